using Dapper;
using Npgsql;

namespace Portal.Data.Uitvoer;

/// <summary>CSV as PostgreSQL makes it: comma, UTF-8, LF, header. RD and WGS84 of a point, of a shape its middle.</summary>
public static class CsvFormaat
{
    public static readonly Formaat Formaat = new("csv", "text/csv; charset=utf-8", "voor een rekenblad", SchrijfAsync)
    {
        Bestand = true,
    };

    // Texts that a spreadsheet would run as a formula get an apostrophe (csv_tekst, migration 0013).
    private const string Vast = """
        csv_tekst(c.sleutel) as id, csv_tekst(c.titel) as titel, c.gebied_code as gebiedscode, csv_tekst(c.gebied) as gebied, c.gebied_soort as gebiedstype, c.dataset, c.versie
        """;

    private const string Plek = """
        , round(ST_X(ST_PointOnSurface(c.geom))::numeric, 1) as x, round(ST_Y(ST_PointOnSurface(c.geom))::numeric, 1) as y,
        round(ST_X(ST_Transform(ST_PointOnSurface(c.geom), 4326))::numeric, 6) as lon, round(ST_Y(ST_Transform(ST_PointOnSurface(c.geom), 4326))::numeric, 6) as lat
        """;

    private static async Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct)
    {
        var sql = aanvraag.Collectie.Sql.Alles(Kolom, Vast, Plek);
        var opdracht = await Kopieeropdracht.MaakAsync(
            aanvraag.Db,
            $"copy ({sql}) to stdout (format csv, header)",
            CollectieSql.Waarden(aanvraag.Collectie, aanvraag.Filter),
            ct
        );
        await Kopieeropdracht.StroomAsync(aanvraag.Db, opdracht, naar, ct);
    }

    private static string Kolom(Kolom k) =>
        k.Soort is KolomSoort.Tekst or KolomSoort.LangeTekst or KolomSoort.Url or KolomSoort.Code
            ? $"csv_tekst({CollectieSql.Gewoon(k)}::text) as {Collectie.Naam(k.Naam)}"
            : CollectieSql.Gewoon(k);
}

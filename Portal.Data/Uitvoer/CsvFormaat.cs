using System.Text;

namespace Portal.Data.Uitvoer;

/// <summary>
/// CSV as PostgreSQL makes it: comma, UTF-8, LF, header; with semicolons and a decimal comma for a Dutch spreadsheet,
/// if asked. RD and WGS84 of a point, of a shape its middle; or the shape itself, as WKT in RD.
/// </summary>
public static class CsvFormaat
{
    public static readonly Formaat Formaat = new("csv", "text/csv; charset=utf-8", "voor een rekenblad", SchrijfAsync)
    {
        Bestand = true,
        Bestandstype = "CSV",
        Keuzes = new Dictionary<string, string[]>
        {
            ["sep"] = [",", ";"],
            ["decimal"] = [".", ","],
            ["geom"] = ["punt", "wkt"],
        },
    };

    private static async Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct)
    {
        var (sep, komma) = (
            aanvraag.Keuzes.GetValueOrDefault("sep", ","),
            aanvraag.Keuzes.GetValueOrDefault("decimal")
        );
        var wkt = aanvraag.Keuzes.GetValueOrDefault("geom") == "wkt";
        var collectie = aanvraag.Collectie;
        var rijen = wkt
            ? collectie.Sql.Alles(CollectieSql.Gewoon, VasteKolommen.Vast, ", ST_AsText(c.geom, 3) as wkt")
            : VasteKolommen.Tabel(collectie);
        var kolommen = (wkt ? VasteKolommen.ZonderPlek(collectie) : VasteKolommen.Alle(collectie))
            .Select(k => Cel(k, komma == ","))
            .Concat(wkt ? ["c.wkt"] : []);
        var opdracht = await Kopieeropdracht.MaakAsync(
            aanvraag.Db,
            $"copy (select {string.Join(", ", kolommen)} from ({rijen}) c) to stdout (format csv, header, "
                + $"delimiter '{(sep == ";" ? ';' : ',')}')",
            CollectieSql.Waarden(collectie, aanvraag.Filter),
            ct
        );
        // By the mark at the beginning Excel knows the letters
        var rand = new Rand { Begin = sep == ";" ? Encoding.UTF8.Preamble.ToArray() : [] };
        await Kopieeropdracht.StroomAsync(aanvraag.Db, opdracht, naar, ct, rand);
    }

    // Texts that a spreadsheet would run as a formula get an apostrophe (csv_tekst, migration 0013).
    private static string Cel(Kolom k, bool komma) =>
        (k.Soort, CollectieSql.Gewoon(k)) switch
        {
            (KolomSoort.Tekst or KolomSoort.LangeTekst or KolomSoort.Url or KolomSoort.Code, var naam) =>
                $"csv_tekst({naam}::text) as {k.Naam}",
            (KolomSoort.Getal or KolomSoort.Bedrag, var naam) when komma =>
                $"replace({naam}::text, '.', ',') as {k.Naam}",
            (_, var naam) => naam,
        };
}

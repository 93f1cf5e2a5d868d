using System.Text;

namespace Portal.Data.Uitvoer;

/// <summary>
/// CSV as PostgreSQL makes it: comma, UTF-8, LF, header; with semicolons and a decimal comma for a Dutch spreadsheet, if asked.
/// RD and WGS84 of a point, of a shape its middle; or the shape itself, as WKT in RD.
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
        var alle = aanvraag.Collectie.Sql.Alles(
            CollectieSql.Gewoon,
            VasteKolommen.Vast,
            wkt ? ", ST_AsText(c.geom, 3) as wkt" : Plek(aanvraag.Collectie)
        );
        var kolommen = (wkt ? VasteKolommen.ZonderPlek(aanvraag.Collectie) : VasteKolommen.Alle(aanvraag.Collectie))
            .Select(k => Cel(k, komma == ","))
            .Concat(wkt ? ["c.wkt"] : []);
        var opdracht = await Kopieeropdracht.MaakAsync(
            aanvraag.Db,
            $"copy (select {string.Join(", ", kolommen)} from ({alle}) c) to stdout (format csv, header, delimiter '{(sep == ";" ? ';' : ',')}')",
            CollectieSql.Waarden(aanvraag.Collectie, aanvraag.Filter),
            ct
        );
        if (sep == ";")
        {
            await naar.WriteAsync(Encoding.UTF8.Preamble.ToArray(), ct); // by which Excel knows the letters
        }
        await Kopieeropdracht.StroomAsync(aanvraag.Db, opdracht, naar, ct);
    }

    internal static string Plek(Collectie collectie) => collectie.MetPlek ? VasteKolommen.Plek : "";

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

namespace Portal.Web.Pages.Data;

/// <summary>How to read a CSV of ours in the programs that journalists use; the address is filled in.</summary>
public static class Rekenvraag
{
    public static IEnumerable<(string Programma, string Tekst)> Alle(string csv) =>
        [("Python", Python(csv)), ("DuckDB", DuckDb(csv)), ("R", R(csv)), ("Excel", Excel(csv))];

    // Only what Python has of itself.
    public static string Python(string csv) =>
        $$"""
            import csv, io, urllib.request
            from collections import Counter

            with urllib.request.urlopen("{{csv}}") as bestand:
                rijen = list(csv.DictReader(io.TextIOWrapper(bestand, "utf-8", newline="")))

            print(len(rijen), "rijen")
            for gebied, aantal in Counter(r["gebied"] or "bij geen gebied" for r in rijen).most_common(10):
                print(aantal, gebied)
            """;

    private static string DuckDb(string csv) =>
        $"""
            select coalesce(gebied, 'bij geen gebied') as gebied, count(*) as aantal
            from read_csv('{csv}', header = true, types = {"{"}'gebiedscode': 'VARCHAR', 'id': 'VARCHAR'{"}"})
            group by 1 order by 2 desc limit 10;
            """;

    private static string R(string csv) =>
        $"""
            rijen <- read.csv("{csv}", colClasses = c(id = "character", gebiedscode = "character"), na.strings = "")
            nrow(rijen)
            head(sort(table(rijen$gebied, useNA = "ifany"), decreasing = TRUE), 10)
            """;

    // Power Query, in the editor of Gegevens > Gegevens ophalen > Lege query.
    private static string Excel(string csv) =>
        $"""
            let
                Bron = Csv.Document(Web.Contents("{csv}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
                Kop = Table.PromoteHeaders(Bron, [PromoteAllScalars = true])
            in
                Kop
            """;
}

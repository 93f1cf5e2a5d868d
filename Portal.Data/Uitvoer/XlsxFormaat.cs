using System.Data.Common;
using Dapper;

namespace Portal.Data.Uitvoer;

/// <summary>A workbook with real numbers and dates, and a sheet that says what the columns mean.</summary>
public static class XlsxFormaat
{
    private const int MeesteRijen = 1_048_575; // of a sheet, without its head

    public static readonly Formaat Formaat = new(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "voor Excel",
        SchrijfAsync
    )
    {
        Bestand = true,
        Bestandstype = "XLSX",
    };

    private static Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct) =>
        Maakplaats.MaakAsync(
            async map =>
            {
                var pad = Path.Combine(map, "uit.xlsx");
                await using var boek = new Werkboek(File.Create(pad));
                await boek.BladAsync("Gegevens", VasteKolommen.Alle(aanvraag.Collectie), LeesAsync(aanvraag, ct));
                await boek.BladAsync("Uitleg", Uitlegkolommen, Uitleg(aanvraag.Collectie).ToAsyncEnumerable());
                return pad;
            },
            naar,
            ct
        );

    private static async IAsyncEnumerable<object?[]> LeesAsync(
        Aanvraag aanvraag,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var sql = VasteKolommen.Tabel(aanvraag.Collectie);
        var parameters = CollectieSql.Parameters(aanvraag.Collectie, aanvraag.Filter);
        await using var vertrek = new Vertrek(aanvraag.Db, ct);
        await using var reader = await aanvraag.Db.ExecuteReaderAsync(
            new(sql, parameters, commandTimeout: 0, cancellationToken: ct)
        );
        for (var rij = 0; await reader.ReadAsync(ct); rij++)
        {
            if (rij == MeesteRijen)
            {
                throw new UitvoerFout(
                    "In een rekenblad passen 1.048.575 rijen, en dit zijn er meer. Kies een deel, of neem CSV."
                );
            }
            yield return Waarden(reader);
        }
    }

    private static object?[] Waarden(DbDataReader reader)
    {
        var waarden = new object?[reader.FieldCount];
        reader.GetValues(waarden!);
        return waarden;
    }

    private static readonly IReadOnlyList<Kolom> Uitlegkolommen =
    [
        new("kolom", "Kolom"),
        new("betekenis", "Wat het is"),
        new("soort", "Soort"),
        new("eenheid", "Eenheid"),
        new("uitleg", "Uitleg"),
        new("codes", "Codes"),
    ];

    private static IEnumerable<object?[]> Uitleg(Collectie collectie) =>
        VasteKolommen
            .Alle(collectie)
            .Select(k =>
                new object?[]
                {
                    k.Naam,
                    k.Kop,
                    Kolomsoorten.Woord(k.Soort),
                    k.Eenheid,
                    k.Uitleg,
                    string.Join("; ", k.Codes.Select(c => $"{c.Code}: {c.Naam}")),
                }
            );
}

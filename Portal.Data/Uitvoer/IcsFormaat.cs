using System.Text;
using Dapper;

namespace Portal.Data.Uitvoer;

/// <summary>
/// A calendar (RFC 5545) of the last days to do something that are still to come: to subscribe to in any agenda.
/// </summary>
public static class IcsFormaat
{
    public static readonly Formaat Formaat = new(
        "ics",
        IcsBestand.MediaType,
        "voor uw agenda: de laatste dagen",
        SchrijfAsync
    )
    {
        AlleenNu = true,
        Past = c => c.Termijn is not null,
    };

    private static async Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct)
    {
        var parameters = CollectieSql.Parameters(aanvraag.Collectie, aanvraag.Filter);
        parameters.Add("Fvandaag", aanvraag.Vandaag);
        await using var reader = await aanvraag.Db.ExecuteReaderAsync(
            new(aanvraag.Collectie.Sql.Eindigend, parameters, cancellationToken: ct)
        );
        var rijen = new List<CollectieRow>();
        while (await reader.ReadAsync(ct))
        {
            rijen.Add(CollectieRow.Lees(reader));
        }
        await naar.WriteAsync(Maak(aanvraag.Collectie, rijen, aanvraag.Basis), ct);
    }

    /// <summary>The calendar of these rows; those without a last day are not in it.</summary>
    public static byte[] Maak(Collectie collectie, IEnumerable<CollectieRow> rijen, Uri basis) =>
        Encoding.UTF8.GetBytes(
            IcsBestand.Schrijf(
                collectie.Titel,
                rijen.Select(r => Gebeurtenis(collectie, r, basis)).OfType<IcsGebeurtenis>()
            )
        );

    private static IcsGebeurtenis? Gebeurtenis(Collectie collectie, CollectieRow rij, Uri basis)
    {
        if (Waarde(collectie, rij, collectie.Termijn!.Naam) is not DateOnly dag)
        {
            return null;
        }
        var adres = new Uri(basis, rij.Adres(collectie.Pad));
        var stempel = Waarde(collectie, rij, collectie.Datum ?? "") as DateOnly? ?? dag;
        return new(
            $"{collectie.Pad}-{rij.Dataset}-{rij.Sleutel}@{basis.Host}",
            new(stempel, TimeOnly.MinValue, TimeSpan.Zero),
            dag,
            $"Laatste dag om te reageren: {rij.Titel}",
            $"{Hoe(collectie, rij)}{adres.AbsoluteUri}",
            adres
        );
    }

    // How the day is known belongs with it wherever it goes.
    private static string Hoe(Collectie collectie, CollectieRow rij) =>
        string.Concat(
            collectie
                .Kolommen.Where(k => k.Naam.EndsWith("_bron", StringComparison.Ordinal))
                .Select(k => k.Codes.FirstOrDefault(c => c.Code == Waarde(collectie, rij, k.Naam) as string))
                .OfType<CodeWoord>()
                .Select(w => $"{char.ToUpperInvariant(w.Naam[0])}{w.Naam[1..]}. ")
        );

    private static object? Waarde(Collectie collectie, CollectieRow rij, string kolom) =>
        collectie.Kolommen.ToList().FindIndex(k => k.Naam == kolom) is >= 0 and var i ? rij.Waarden[i] : null;
}

using System.Globalization;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Zoeken;

namespace Portal.Web.Zoeken;

/// <summary>An address with the area that it lies in.</summary>
/// <param name="Midden">A street or a postcode: only its middle is known to lie there.</param>
/// <param name="Plek">Latitude and longitude with a comma between them, to some ten metres.</param>
public sealed record AdresVondst(string Naam, string Gebied, string Soort, string Adres, bool Midden, string Plek);

/// <summary>What one question found.</summary>
/// <param name="ZonderAdressen">The service of addresses did not answer.</param>
public sealed record Vondst(IReadOnlyList<ZoekRow> Gebieden, IReadOnlyList<AdresVondst> Adressen, bool ZonderAdressen)
{
    /// <summary>The streets are those of our own data, which does not know all of them.</summary>
    public bool Eigen { get; init; }

    /// <summary>There may be more than are given, or none is called so and these only look like it.</summary>
    public bool MisschienMeer =>
        Gebieden.Count == ZoekQueries.Hoogstens
        || Adressen.Count == Locatieserver.Hoogstens
        || Adressen.Count == 0 && Gebieden.Count > 0 && Gebieden.All(g => g.Mate < Bevat);

    private const double Bevat = 1.5; // of ZoekQueries: all letters that were typed stand in the name

    /// <summary>
    /// The only area that is called so, or the only one with these letters; one that just looks like it is shown first.
    /// </summary>
    public ZoekRow? Enige()
    {
        var zeker = Gebieden.Where(g => g.Zeker).ToList();
        return Adressen.Count > 0 ? null
            : zeker.Count == 1 ? zeker[0]
            : Gebieden is [{ Mate: >= Bevat } enige] ? enige
            : null;
    }
}

/// <summary>Looks for areas with us, and for addresses at the Locatieserver.</summary>
public sealed class Zoeker(
    ZoekQueries queries,
    DatasetQueries datasets,
    Locatieserver locatieserver,
    Lezing lezing,
    Drukte drukte,
    StraatQueries straten,
    Stratenlijst stratenlijst
)
{
    public const int LangsteVraag = 100;
    private const int KortsteAdres = 3;

    /// <returns>Null: it is too busy now (<see cref="Drukte.Weiger"/>).</returns>
    public async Task<Vondst?> ZoekAsync(string tekst, HttpContext context, CancellationToken ct)
    {
        var plekken = await PlekkenAsync(tekst, ct);
        using var plaats = await drukte.NeemAsync(context);
        if (plaats is null)
        {
            return null;
        }
        var gebieden = await queries.GebiedenAsync(tekst, ct);
        if (plekken is not null)
        {
            return new(gebieden, await BijGebiedAsync(plekken, ct), false);
        }
        var zonderPdok = await ZonderPdokAsync(ct);
        var alleenGebieden = new Vondst(gebieden, [], !zonderPdok);
        return alleenGebieden.Enige() is not null
            ? alleenGebieden
            : alleenGebieden with
            {
                Adressen = await BijGebiedAsync(await stratenlijst.ZoekAsync(tekst, straten, ct), ct),
                Eigen = true,
            };
    }

    /// <summary>The area around a place, with the point; null: not in this municipality, or too busy.</summary>
    /// <param name="breedte">WGS84, so <paramref name="lengte"/>.</param>
    public async Task<string?> BijAsync(double breedte, double lengte, HttpContext context, CancellationToken ct)
    {
        using var plaats = await drukte.NeemAsync(context);
        return plaats is not null && await queries.BijPuntAsync(breedte, lengte, ct) is { } gebied
            ? Adres(gebied, breedte, lengte)
            : null;
    }

    private async Task<bool> ZonderPdokAsync(CancellationToken ct) =>
        !locatieserver.Kent(await datasets.GemeenteAsync(ct));

    // No connection is held while another's service is asked. Null: nobody answers, so our own list does.
    private async Task<IReadOnlyList<Vindplaats>?> PlekkenAsync(string tekst, CancellationToken ct)
    {
        if (tekst.Length < KortsteAdres)
        {
            return [];
        }
        if (await ZonderPdokAsync(ct))
        {
            return null;
        }
        var gemeente = await queries.GemeenteAsync(ct);
        await lezing.DisposeAsync();
        return gemeente is null ? [] : await locatieserver.ZoekAsync(tekst, gemeente.Value, ct);
    }

    private async Task<IReadOnlyList<AdresVondst>> BijGebiedAsync(
        IReadOnlyList<Vindplaats> plekken,
        CancellationToken ct
    )
    {
        var gebieden = await queries.BijAsync([.. plekken.Select(p => (p.X, p.Y))], ct);
        return
        [
            .. plekken
                .Select((p, i) => (Plek: p, Gebied: gebieden.GetValueOrDefault(i + 1)))
                .Where(p => p.Gebied is not null)
                .Select(p => new AdresVondst(
                    p.Plek.Naam,
                    p.Gebied!.Naam,
                    p.Gebied.Soort,
                    Adres(p.Gebied, p.Plek.Breedte, p.Plek.Lengte)
                        + $"&{(p.Plek.Soort == "adres" ? "adres" : "straat")}={Uri.EscapeDataString(p.Plek.Naam)}",
                    p.Plek.Soort != "adres",
                    string.Create(CultureInfo.InvariantCulture, $"{p.Plek.Breedte:0.0000},{p.Plek.Lengte:0.0000}")
                )),
        ];
    }

    // The page of the area reads the point and its name; they never reach a server
    private static string Adres(PlekRow gebied, double breedte, double lengte) =>
        Opmaak.Adres(gebied.Soort, gebied.Code, gebied.Naam)
        + string.Create(CultureInfo.InvariantCulture, $"#plek={breedte:0.00000},{lengte:0.00000}");
}

using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Indicatoren;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Kaart;

/// <summary>What figures there are to compare areas by, and their values, by the queries of their pages.</summary>
public sealed class Cijferbron(
    BegrotingQueries begroting,
    MetingQueries metingen,
    CollectieQueries collecties,
    LaagQueries lagen,
    DatasetQueries datasets
)
{
    public async Task<IReadOnlyList<Cijfer>> AanbodAsync(BegrotingAanbod aanbod, CancellationToken ct)
    {
        var geld = new Cijfer(
            Cijfer.Geld,
            Taal.Zin("Geld"),
            Taal.Zin("Geld per inwoner"),
            Taal.Zin("euro per inwoner"),
            null,
            []
        );
        var alle = new List<Cijfer>(aanbod.Jaren.Count == 0 ? [] : [geld]);
        alle.AddRange((await metingen.AanbodAsync(ct)).Where(i => i.Definitie is not null).Select(Van));
        var tellen = Onderwerpen
            .Collecties.Where(c => c.MetPagina && c.Pad != Geldplekken.Pad) // of every year and stage at once
            .Concat((await lagen.CollectiesAsync(ct)).Values.OrderBy(c => c.Titel, StringComparer.Ordinal));
        foreach (var collectie in tellen)
        {
            alle.AddRange(Enum.GetValues<Telwijze>().Select(wijze => Telling(collectie, wijze)));
        }
        return alle;
    }

    public Task<Kant> LeesAsync(
        Cijfer cijfer,
        string niveau,
        int? jaar,
        BegrotingAanbod aanbod,
        BegrotingKeuze keuze,
        CancellationToken ct
    ) =>
        cijfer.Indicator is { } indicator ? MetingAsync(cijfer, indicator, niveau, jaar, ct)
        : cijfer.Collectie is { } collectie ? TellingAsync(cijfer, collectie, niveau, jaar, keuze, ct)
        : GeldAsync(cijfer, niveau, aanbod, keuze, ct);

    private static Cijfer Van(IndicatorAanbodRow i) =>
        new($"cijfer:{i.Dataset}:{i.Code}", Taal.Zin("Cijfers per gebied"), i.Naam, i.Eenheid, i.Soorten, i.Jaren)
        {
            VanBron = true,
            Uitleg = i.Definitie,
            Indicator = i,
        };

    private static Cijfer Telling(Collectie c, Telwijze wijze)
    {
        var (code, eenheid) = wijze switch
        {
            Telwijze.Aantal => ("aantal", Taal.Zin("per gebied")),
            Telwijze.Per1000 => ("per-1000", Taal.Zin("per 1.000 inwoners")),
            _ => ("per-hectare", Taal.Zin("per hectare")),
        };
        return new(
            $"{code}:{c.Pad}",
            Taal.Zin("Wat er is, geteld"),
            $"{Taal.Zin(c.Titel)} {eenheid}",
            eenheid,
            null,
            []
        )
        {
            VanBron = c.Pad.StartsWith(LaagOnderwerp.Code, StringComparison.Ordinal),
            Collectie = c,
            Telling = wijze,
        };
    }

    private async Task<Kant> GeldAsync(
        Cijfer cijfer,
        string niveau,
        BegrotingAanbod aanbod,
        BegrotingKeuze keuze,
        CancellationToken ct
    ) =>
        new(
            cijfer,
            keuze.Jaar,
            keuze,
            aanbod.Programmas.FirstOrDefault(p => p.Code == keuze.Programma)?.Naam,
            Bekend(await begroting.ListAsync(niveau, keuze, ct), g => g.PerInwoner),
            await datasets.VanGeldAsync(keuze.Jaar, keuze.Fase, ct)
        );

    private async Task<Kant> MetingAsync(
        Cijfer cijfer,
        IndicatorAanbodRow indicator,
        string niveau,
        int? jaar,
        CancellationToken ct
    ) =>
        new(
            cijfer,
            jaar ?? indicator.Jaren[0],
            null,
            null,
            await metingen.WaardenAsync(indicator.Dataset, indicator.Code, jaar ?? indicator.Jaren[0], niveau, ct),
            [.. (await datasets.ListAsync(ct)).Where(d => d.Code == indicator.Dataset)]
        );

    // None in the list is nought: the list is of the whole municipality.
    private async Task<Kant> TellingAsync(
        Cijfer cijfer,
        Collectie collectie,
        string niveau,
        int? jaar,
        BegrotingKeuze keuze,
        CancellationToken ct
    )
    {
        var filter =
            jaar is { } j && collectie.MetPeriode ? new CollectieFilter(Van: new(j, 1, 1), Tot: new(j, 12, 31)) : new();
        cijfer = cijfer with { Jaren = await collecties.JarenAsync(collectie, ct) };
        var aantal = await collecties.PerGebiedAsync(collectie, filter, niveau, ct);
        var peiljaar = jaar ?? (cijfer.Jaren.Count > 0 ? cijfer.Jaren[0] : collecties.Vandaag.Year);
        var gebieden = await begroting.ListAsync(niveau, keuze with { Jaar = peiljaar }, ct);
        decimal? Waarde(GebiedBedragRow g) =>
            cijfer.Telling == Telwijze.Aantal ? aantal.GetValueOrDefault(g.Code)
            : cijfer.Telling == Telwijze.PerHectare ? Deel(aantal.GetValueOrDefault(g.Code), g.Hectare)
            : GebiedBedragRow.MagPerHoofd(g.Inwoners) ? Deel(1000 * aantal.GetValueOrDefault(g.Code), g.Inwoners!.Value)
            : null;
        return new(
            cijfer,
            collectie.MetPeriode ? jaar : null,
            null,
            null,
            Bekend(gebieden, Waarde),
            [
                .. (await datasets.ListAsync(ct)).Where(d =>
                    d.Onderwerp == collectie.Pad || $"{LaagOnderwerp.Code}/{d.Code}" == collectie.Pad
                ),
            ],
            await collecties.AantalAsync(collectie, filter, ct) - aantal.Values.Sum()
        );
    }

    private static decimal? Deel(long aantal, decimal door) =>
        door > 0 ? decimal.Round(aantal / door, 4, MidpointRounding.AwayFromZero) : null;

    private static Dictionary<string, decimal> Bekend(
        IEnumerable<GebiedBedragRow> gebieden,
        Func<GebiedBedragRow, decimal?> waarde
    ) =>
        gebieden
            .Select(g => (g.Code, Waarde: waarde(g)))
            .Where(g => g.Waarde is not null)
            .ToDictionary(g => g.Code, g => g.Waarde!.Value);
}

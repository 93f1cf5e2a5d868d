using Microsoft.AspNetCore.Mvc;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Initiatieven;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;
using Portal.Data.Vergunningen;
using Portal.Web.Pages.EigenGebied;

namespace Portal.Web.Pages.Kaart;

/// <summary>What lies over the money, in the piece of the map that one looks at.</summary>
public sealed record LaagInZicht(Kaartlaag Laag, EigenLijst Lijst);

/// <summary>All that the map shows, as lists: the same address, the same answer.</summary>
[Toont(
    BegrotingOnderwerp.Code,
    InitiatiefOnderwerp.Code,
    VergunningOnderwerp.Code,
    BekendmakingOnderwerp.Code,
    LaagOnderwerp.Code
)]
public sealed class LijstModel(
    BegrotingQueries queries,
    Kaartlagen kaartlagen,
    CollectieQueries collecties,
    EigenGebiedQueries eigen
) : KaartModel(queries, kaartlagen)
{
    private const int Eerste = 50;
    private readonly Kaartlagen _lagen = kaartlagen;

    /// <summary>The part of the map that is shown; null: all of it.</summary>
    public Omtrek? Omtrek { get; private set; }

    public IReadOnlyList<LaagInZicht> InZicht { get; private set; } = [];
    public DateOnly Vandaag => collecties.Vandaag;

    public async Task<IActionResult> OnGetAsync(
        BegrotingFilter filter,
        KaartWeergave weergave,
        string? vlak,
        CancellationToken ct
    )
    {
        (Omtrek, var fout) = Omtrekken.Lees(null, null, vlak);
        if (fout is not null)
        {
            return Ongeldig.Antwoord(this, fout);
        }
        if (await LeesAsync(filter, weergave, ct) is { } antwoord)
        {
            return antwoord;
        }
        if (Omtrek is not null)
        {
            var codes = (await eigen.GebiedenAsync(Niveau, Omtrek, ct)).Select(d => d.Code).ToHashSet();
            Gebieden = [.. Gebieden.Where(g => codes.Contains(g.Code))];
        }
        var alle = (await _lagen.CollectiesAsync(ct)).ToDictionary(c => c.Pad);
        foreach (var laag in Lagen.Where(l => l.Gekozen))
        {
            InZicht =
            [
                .. InZicht,
                new(laag, await LijstAsync(alle[laag.Pad], laag.Filter with { Omtrek = Omtrek }, ct)),
            ];
        }
        return Page();
    }

    /// <summary>The map of the same piece.</summary>
    public string NaarKaart =>
        Adres("/kaart") + (Omtrek is null ? "" : $"#vlak={Uri.EscapeDataString($"{Request.Query["vlak"]}")}");

    /// <summary>The same at the list of a layer, or at one of its downloads.</summary>
    public string Adres(Kaartlaag laag, string extensie = "") =>
        $"/{laag.Pad}{extensie}"
        + QueryString.Create(
            laag.Keuze.Concat(
                Request.Query["vlak"].ToString() is { Length: > 0 } vlak
                    ? [KeyValuePair.Create("vlak", (string?)vlak)]
                    : []
            )
        );

    private async Task<EigenLijst> LijstAsync(Collectie collectie, CollectieFilter filter, CancellationToken ct)
    {
        var aantal = await collecties.AantalAsync(collectie, filter, ct);
        return new(collectie, aantal, aantal == 0 ? [] : await collecties.ListAsync(collectie, filter, Eerste, 0, ct));
    }
}

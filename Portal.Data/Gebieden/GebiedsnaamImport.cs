using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>
/// Loads what names mean in texts: a CSV with <c>naam</c> and <c>gebiedscode</c> (another name of that area), or
/// <c>naam</c>
/// and <c>reden</c> (a name that is no proof). Both: it counts only in a row of that area's stadsdeel.
/// <c>stadsdeel</c>: also in rows of that one.
/// </summary>
public sealed class GebiedsnaamImport(Publicatie publicatie)
{
    private static readonly Dataset Namen = new(
        "gebiedsnamen",
        "Namen van gebieden in teksten",
        GebiedOnderwerp.Code,
        "Zien welke namen als plaats tellen, en welke niet.",
        "Gemeente",
        "Namenlijst van de gemeente",
        "CC0 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
    );

    private sealed record Rij(int VersieId, int Nummer, string Naam, string? Gebied, string? Reden, string? Stadsdeel);

    /// <param name="meting">A CSV with how often recognition by these names is right, if that was measured in this
    /// municipality.</param>
    /// <param name="plaatsen">A CSV with the same of the names of places, per layer.</param>
    public async Task<ImportRapport> LaadAsync(
        string pad,
        string? meting,
        CancellationToken ct,
        string? plaatsen = null
    )
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var csv = levering.AlsCsv();
        csv.Eis("naam", "gebiedscode", "reden");
        var gemeten = meting is null ? null : HerkenningMeting.Lees(CsvBestand.Lees(meting));
        var gemetenPlaatsen = plaatsen is null ? null : Plaatsmeting.Lees(CsvBestand.Lees(plaatsen));
        return await publicatie.LaadAsync(
            Namen,
            levering,
            async lading =>
            {
                await LaadRijenAsync(lading, csv, ct);
                await BewaarAsync(lading, gemeten, gemetenPlaatsen, ct);
            },
            ct
        );
    }

    /// <exception cref="ImportFout">It was measured in another municipality than the one that is loaded.</exception>
    private static async Task BewaarAsync(
        Lading lading,
        HerkenningMeting? meting,
        IReadOnlyList<Plaatsmeting>? plaatsen,
        CancellationToken ct
    )
    {
        const string sql = "select code from gebied_nu where soort = 'stad'";

        var stad = await lading.Db.QuerySingleOrDefaultAsync<string?>(
            new(sql, transaction: lading.Transactie, cancellationToken: ct)
        );
        if (
            new[] { meting?.Gemeente }
                .Concat(plaatsen?.Select(p => p.Gemeente) ?? [])
                .FirstOrDefault(g => g is not null && g != stad) is
            { } ander
        )
        {
            throw new ImportFout(
                $"De meting is van gemeente {ander}, en dit portaal is van {stad}: die cijfers zeggen "
                    + "hier niets. Er is niets veranderd."
            );
        }
        await (meting?.BewaarAsync(lading, ct) ?? Task.CompletedTask);
        await Plaatsmeting.BewaarAsync(lading, plaatsen ?? [], ct);
    }

    private static async Task LaadRijenAsync(Lading lading, CsvBestand csv, CancellationToken ct)
    {
        var gebieden = await BekendeGebieden.LeesAsync(lading, ct);
        var stad = (await GebiedGemeente.BekendAsync(lading, ct))?.Code ?? Gemeentecode.Onbekend;
        var rijen = new List<Rij>();
        foreach (var rij in csv.Rijen.Where(r => !r.IsLeeg))
        {
            lading.Rapport.Gelezen++;
            if (Lees(lading, rij, gebieden, stad) is { } gelezen)
            {
                rijen.Add(gelezen);
            }
        }
        lading.Rapport.Geladen = lading.Rapport.Gewijzigd = await lading.Db.ExecuteAsync(
            new(InvoegSql, rijen, lading.Transactie, cancellationToken: ct)
        );
        lading.Rapport.Meldingen.Add(
            "De namen tellen pas mee als het subsidieregister opnieuw is geladen (portal import subsidies "
                + "BESTAND --opnieuw)."
        );
    }

    private static Rij? Lees(Lading lading, CsvRij rij, BekendeGebieden gebieden, string stad)
    {
        var (naam, gebied, reden, stadsdeel) = (rij["naam"], rij["gebiedscode"], rij["reden"], rij["stadsdeel"]);
        var aantal = lading.Rapport.Afwijzingen.Count;
        if (naam is null || Tekst.Kaal(naam).Length < 2)
        {
            lading.Rapport.Wijs(rij.Nummer, "naam", naam, "een naam heeft ten minste twee letters of cijfers");
        }
        if (gebied is null && reden is null)
        {
            lading.Rapport.Wijs(
                rij.Nummer,
                "gebiedscode",
                null,
                "geef het gebied dat zo heet, of de reden waarom deze naam niet telt"
            );
        }
        if (gebied is not null && gebieden.OpCode(gebied) is null or { Soort: "stad" })
        {
            lading.Rapport.Wijs(
                rij.Nummer,
                "gebiedscode",
                gebied,
                Gemeentecode.In(gebied) is { } van && GebiedGemeente.IsVanAnder(van, stad)
                    ? $"dit gebied is van {Gemeentecode.Noem(van)}, en dit portaal van {Gemeentecode.Noem(stad)}"
                    : $"dit gebied bestaat niet in indeling {gebieden.Indeling}"
            );
        }
        if (stadsdeel is not null && (gebied is null || gebieden.OpCode(stadsdeel) is not { Soort: "stadsdeel" }))
        {
            lading.Rapport.Wijs(
                rij.Nummer,
                "stadsdeel",
                stadsdeel,
                $"dit is geen stadsdeel in indeling {gebieden.Indeling}, of er staat geen gebiedscode bij"
            );
        }
        return lading.Rapport.Afwijzingen.Count > aantal
            ? null
            : new(lading.VersieId, rij.Nummer, naam!, gebied, reden, stadsdeel);
    }

    private const string InvoegSql = """
        insert into gebiedsnaam (versie_id, rij, naam, gebied, reden, stadsdeel)
            values (@VersieId, @Nummer, @Naam, @Gebied, @Reden, @Stadsdeel)
        """;
}

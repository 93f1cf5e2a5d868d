using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

namespace Portal.Data.Registers;

/// <summary>Loads a delivery into any register, by its columns.</summary>
public static class RegisterImport
{
    private static readonly string[] Altijd = [.. RuwBestand.Gebied, .. RuwBestand.Plek];

    public static Importsoort Soort(Register register) =>
        new(
            register.Code,
            $"{register.Titel}: CSV, XLSX, GeoJSON of een ander geobestand met de kolommen id, titel, "
                + $"{string.Join(", ", register.Kolommen.Select(k => k.Naam))}; "
                + "en waar het is: gebiedscode, of x en y, lon en lat, wkt of geometrie.",
            DatasetOpties,
            (p, pad, k, ct) => LaadAsync(p, register, pad, DatasetVan(register, k), k.Ja("aanvulling"), ct)
        );

    /// <summary>What an operator can say of any dataset that is kept row by row.</summary>
    internal static readonly IReadOnlyList<Optie> DatasetOpties =
    [
        new(
            "dataset",
            "Hoe de dataset heet in adressen: kleine letters, cijfers en streepjes. Anders de naam van het register."
        ),
        new("titel", "Hoe een bezoeker de dataset ziet."),
        new("eigenaar", "Van wie de gegevens zijn."),
        new("bron", "Waar de gegevens vandaan komen."),
        new("licentie", "Onder welke licentie, bijvoorbeeld CC0 1.0."),
        new("licentie-url", "Waar die licentie staat."),
        new(
            "aanvulling",
            "Het bestand is niet alles: wat er niet in staat, blijft. Zonder dit vervalt het.",
            OptieSoort.JaNee
        ),
    ];

    private static Dataset DatasetVan(Register register, Keuzes k) =>
        DatasetVan(k, k.Tekst("dataset") ?? register.Code, register.Titel, register.Code, register.Uitleg);

    /// <exception cref="ImportFout">The code cannot stand in an address.</exception>
    internal static Dataset DatasetVan(Keuzes k, string code, string titel, string onderwerp, string doel) =>
        code.Length <= 60 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? new(
                code,
                k.Tekst("titel") ?? titel,
                onderwerp,
                doel,
                k.Tekst("eigenaar") ?? "Gemeente",
                k.Tekst("bron") ?? "Levering van de gemeente",
                k.Tekst("licentie") ?? "Zie de voorwaarden van de bron",
                k.Tekst("licentie-url")
            )
            : throw new ImportFout(
                $"De naam '{code}' kan niet in een adres staan. Gebruik kleine letters, cijfers en streepjes, "
                    + "hoogstens 60."
            );

    public static async Task<ImportRapport> LaadAsync(
        Publicatie publicatie,
        Register register,
        string pad,
        Dataset dataset,
        bool aanvulling,
        CancellationToken ct
    )
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var bestand = await RuwBestand.LeesAsync(levering, ct);
        Eis(bestand, [new("id", "Id", Verplicht: true), new("titel", "Titel", Verplicht: true), .. register.Kolommen]);
        return await publicatie.LaadAsync(
            dataset,
            levering,
            lading => LaadRijenAsync(publicatie, lading, register, bestand, aanvulling, ct),
            ct
        );
    }

    private static async Task LaadRijenAsync(
        Publicatie publicatie,
        Lading lading,
        Register register,
        RuwBestand bestand,
        bool aanvulling,
        CancellationToken ct
    )
    {
        await EisGeenConceptAsync(lading, ct);
        var oordelen = await Oordelen.Oordelen.LeesAsync(lading.Db, lading.Transactie, publicatie.Archief);
        var lezer = new RegisterLezer(register.Kolommen, "id", "titel", oordelen, lading.Rapport);
        await RegisterTabel.LaadAsync(lading, register.Tabel, register.Kolommen, lezer.Lees(bestand), aanvulling, ct);
        Meld(lading.Rapport, bestand, [.. register.Kolommen.Select(k => k.Naam), "id", "titel"], lezer.Gemaskeerd);
        publicatie.Voortgang?.Report((lading.Rapport.Gelezen, lading.Rapport.Gelezen));
    }

    /// <summary>A concept is made on what counts now: two at a time would each be blind to the other.</summary>
    internal static async Task EisGeenConceptAsync(Lading lading, CancellationToken ct)
    {
        const string sql = """
            select c.nummer from versie c join versie v on v.dataset_id = c.dataset_id
            where v.id = @VersieId and c.status = 'concept' limit 1
            """;

        var concept = await lading.Db.QuerySingleOrDefaultAsync<int?>(
            new(sql, new { lading.VersieId }, lading.Transactie, cancellationToken: ct)
        );
        if (concept is not null)
        {
            throw new ImportFout(
                $"Van '{lading.Rapport.Dataset}' staat concept {concept} klaar. Publiceer het eerst (portal "
                    + $"publiceer {lading.Rapport.Dataset}) "
                    + $"of trek het in (portal intrekken {lading.Rapport.Dataset} --reden \"…\"). Er is niets "
                    + "veranderd."
            );
        }
    }

    internal static void Meld(ImportRapport rapport, RuwBestand bestand, IEnumerable<string> bekend, int gemaskeerd)
    {
        var kent = bekend.Concat(Altijd).Select(RuwBestand.Sleutel).ToHashSet();
        rapport.TeLang = bestand.TeLang();
        if (CsvBestand.Onbekend(bestand.Kolommen, kent) is { } onbekend)
        {
            rapport.Meldingen.Add(onbekend);
        }
        if (gemaskeerd > 0)
        {
            rapport.Meldingen.Add(
                $"{gemaskeerd} teksten zijn weggelaten omdat er misschien een persoon in staat, tot iemand heeft "
                    + "gekeken."
            );
        }
    }

    private static void Eis(RuwBestand bestand, IEnumerable<Kolom> kolommen)
    {
        var heeft = bestand.Kolommen.Select(RuwBestand.Sleutel).ToHashSet();
        var weg = kolommen.Where(k => k.Verplicht && !heeft.Contains(RuwBestand.Sleutel(k.Naam))).ToList();
        if (weg.Count > 0)
        {
            throw new ImportFout(
                $"In {bestand.Naam} {(weg.Count == 1 ? "ontbreekt de kolom" : "ontbreken de kolommen")} "
                    + $"{string.Join(", ", weg.Select(k => k.Naam))}. "
                    + $"Gevonden: {Zin.Lijst(bestand.Kolommen)}."
            );
        }
    }
}

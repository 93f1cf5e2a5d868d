using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Lagen;

/// <summary>Loads a layer: any file that we or GDAL read, with the columns it has.</summary>
public sealed class LaagImport(Publicatie publicatie)
{
    private static readonly string[] Titels = ["titel", "naam", "name", "title"];

    /// <summary>How large a file may be, and how long GDAL may take; null: what the process is set to.</summary>
    public Grenzen? Grenzen { get; init; }

    public async Task<ImportRapport> LaadAsync(string pad, Keuzes keuzes, CancellationToken ct)
    {
        var dataset = RegisterImport.DatasetVan(
            keuzes,
            keuzes.Eis("dataset"),
            keuzes.Eis("titel"),
            LaagOnderwerp.Code,
            keuzes.Tekst("doel") ?? "Zien waar het is, op de kaart en in een lijst."
        );
        LaagRegels.Peildatum(keuzes);
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var bestand = await RuwBestand.LeesAsync(levering, ct, keuzes.Tekst("laag"), Grenzen);
        LaagRegels.EisPlek(bestand);
        return await publicatie.LaadAsync(dataset, levering, lading => LaadRijenAsync(lading, bestand, keuzes, ct), ct);
    }

    private async Task LaadRijenAsync(Lading lading, RuwBestand bestand, Keuzes keuzes, CancellationToken ct)
    {
        await RegisterImport.EisGeenConceptAsync(lading, ct);
        var titel =
            Kolom(bestand, keuzes.Tekst("titelkolom"), "titelkolom", Titels)
            ?? throw new ImportFout(
                bestand.Kolommen.Count == 1
                    ? $"{bestand.Naam} lijkt geen tabel: er is maar één kolom. Lever een CSV, een Excel-bestand of een "
                        + "geobestand, met in de eerste rij de namen van de kolommen. Er is niets veranderd."
                    : $"In {bestand.Naam} is geen kolom met namen herkend. Geef --titelkolom mee. Gevonden: "
                        + $"{Zin.Lijst(bestand.Kolommen)}."
            );
        var sleutel = Kolom(bestand, keuzes.Tekst("sleutel"), "sleutel", ["id"]);
        var bronnen = Openbaar(bestand, keuzes, lading.Rapport, [titel, sleutel]);
        var kolommen =
            keuzes.Ja("aanvulling") && await EerderAsync(lading, ct) is { } eerder
                ? ZoalsEerder(eerder, bronnen, lading.Rapport)
                : LaagKolommen.Herken(bestand, bronnen);
        var thema = await LaagRegels.ThemaAsync(lading, keuzes.Tekst("thema"), ct);
        lading.Opties["thema"] = thema;
        lading.Opties["kolommen"] = LaagKolommen.NaarJson(kolommen.Select(k => k.Kolom));
        var oordelen = await Oordelen.Oordelen.LeesAsync(lading.Db, lading.Transactie, publicatie.Archief);
        var lezer = new RegisterLezer(
            [.. kolommen.Select(k => k.Kolom)],
            sleutel ?? "",
            titel,
            oordelen,
            lading.Rapport
        )
        {
            Namen = kolommen.ToDictionary(k => k.Kolom.Naam, k => k.Bron),
        };
        await RegisterTabel.LaadAsync(lading, "laagobject", null, lezer.Lees(bestand), keuzes.Ja("aanvulling"), ct);
        await LaagRegels.PasToeAsync(lading, thema, LaagRegels.Peildatum(keuzes), ct);
        RegisterImport.Meld(lading.Rapport, bestand, bestand.Kolommen, lezer.Gemaskeerd);
        Meld(lading.Rapport, kolommen, sleutel);
    }

    private static async Task<IReadOnlyList<Uitvoer.Kolom>?> EerderAsync(Lading lading, CancellationToken ct)
    {
        const string sql = "select opties ->> 'kolommen' from versie where id = @VorigeVersieId";

        var json = await lading.Db.QuerySingleOrDefaultAsync<string>(
            new(sql, new { lading.VorigeVersieId }, lading.Transactie, cancellationToken: ct)
        );
        return json is null ? null : LaagKolommen.VanJson(json);
    }

    // Some rows more do not tell what a column is: that was seen in the whole
    private static List<(Uitvoer.Kolom, string)> ZoalsEerder(
        IReadOnlyList<Uitvoer.Kolom> eerder,
        IReadOnlyList<string> bronnen,
        ImportRapport rapport
    )
    {
        string Bron(Uitvoer.Kolom kolom) =>
            bronnen.FirstOrDefault(b =>
                RuwBestand.Sleutel(b) == RuwBestand.Sleutel(kolom.Kop)
                || RuwBestand.Sleutel(b) == RuwBestand.Sleutel(kolom.Naam)
            ) ?? kolom.Kop;

        var kolommen = eerder.Select(k => (k, Bron(k))).ToList();
        var nieuw = bronnen.Except(kolommen.Select(k => k.Item2)).ToList();
        if (nieuw.Count > 0)
        {
            rapport.Meldingen.Add(
                $"Deze kolommen had de laag nog niet; bij een aanvulling komen er geen bij: {Zin.Lijst(nieuw)}."
            );
        }
        return kolommen;
    }

    private static void Meld(
        ImportRapport rapport,
        IReadOnlyList<(Uitvoer.Kolom Kolom, string Bron)> kolommen,
        string? sleutel
    )
    {
        if (sleutel is null)
        {
            rapport.Meldingen.Add(
                "Het bestand heeft geen kolom id: het nummer van de rij is nu de sleutel. Verandert de volgorde, "
                    + "dan lijkt alles veranderd. Beter: --sleutel KOLOM."
            );
        }
        var zin = kolommen.Select(k => $"{k.Bron} ({k.Kolom.Soort.ToString().ToLowerInvariant()})");
        rapport.Meldingen.Add($"Kolommen op de site: {(kolommen.Count == 0 ? "geen" : Zin.Lijst([.. zin]))}.");
    }

    private static string? Kolom(RuwBestand bestand, string? gevraagd, string optie, string[] anders)
    {
        var zoek = gevraagd is null ? anders : [gevraagd];
        var gevonden = zoek.Select(z =>
                bestand.Kolommen.FirstOrDefault(k => RuwBestand.Sleutel(k) == RuwBestand.Sleutel(z))
            )
            .FirstOrDefault(k => k is not null);
        return gevonden is null && gevraagd is not null
            ? throw new ImportFout(
                $"--{optie} {gevraagd}: die kolom staat niet in {bestand.Naam}. Gevonden: "
                    + $"{Zin.Lijst(bestand.Kolommen)}."
            )
            : gevonden;
    }

    private static List<string> Openbaar(
        RuwBestand bestand,
        Keuzes keuzes,
        ImportRapport rapport,
        IEnumerable<string?> elders
    )
    {
        var gevraagd = keuzes.Tekst("kolommen")?.Split(',').Select(k => Kolom(bestand, k.Trim(), "kolommen", [])!);
        var weg = elders
            .Concat(RuwBestand.Plek)
            .Concat(RuwBestand.Gebied)
            .OfType<string>()
            .Select(RuwBestand.Sleutel)
            .ToHashSet();
        var kolommen = (gevraagd ?? bestand.Kolommen).Where(k => !weg.Contains(RuwBestand.Sleutel(k))).ToList();
        var technisch = gevraagd is null ? kolommen.Where(k => k.StartsWith('_')).ToList() : [];
        if (technisch.Count > 0)
        {
            rapport.Meldingen.Add(
                $"Deze kolommen beginnen met een streepje en zijn daarom niet overgenomen: {Zin.Lijst(technisch)}."
            );
        }
        var persoonlijk = kolommen.Where(LaagKolommen.IsPersoonlijk).ToList();
        if (persoonlijk.Count > 0)
        {
            rapport.Meldingen.Add(
                $"Deze kolommen gaan misschien over personen en zijn niet overgenomen: {Zin.Lijst(persoonlijk)}."
            );
        }
        var adres = LaagRegels.AdresBijNaam(bestand, kolommen, rapport);
        return [.. kolommen.Except(persoonlijk).Except(technisch).Except(adres)];
    }
}

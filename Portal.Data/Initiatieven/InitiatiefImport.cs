using System.Globalization;
using Portal.Data.Begrotingen;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Registers;

namespace Portal.Data.Initiatieven;

/// <summary>
/// Loads a participatory budget in pabulib's <c>.pb</c> form: a META and a PROJECTS section, semicolon separated.
/// The VOTES section, with a line per voter, is never read.
/// </summary>
public sealed class InitiatiefImport(Publicatie publicatie)
{
    public async Task<ImportRapport> LaadAsync(string pad, CancellationToken ct)
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var (meta, projecten, eersteRij) = Secties(levering.Naam, await TekstAsync(levering, ct));
        var jaar = JaarVan(levering.Naam, meta);
        var plaats =
            meta.GetValueOrDefault("subunit")
            ?? meta.GetValueOrDefault("district")
            ?? throw new ImportFout(
                $"In {levering.Naam} staat bij META geen subunit of district: het is niet duidelijk van "
                    + "welk stadsdeel de plannen zijn."
            );
        var dataset = new Dataset(
            $"initiatieven-{Tekst.Kaal(plaats).Replace(' ', '-')}-{jaar}",
            $"{meta.GetValueOrDefault("description") ?? "Buurtbudget"} {jaar}: plannen van bewoners",
            InitiatiefOnderwerp.Code,
            "Zien welke plannen bewoners indienden, en welke zijn gekozen.",
            $"Gemeente, stadsdeel {plaats}",
            "Pabulib, bestand van de gemeente",
            "Zie de voorwaarden van de bron"
        );
        return await publicatie.LaadAsync(
            dataset,
            levering,
            lading => LaadRijenAsync(lading, projecten, eersteRij, plaats, jaar, ct),
            ct
        );
    }

    private async Task LaadRijenAsync(
        Lading lading,
        CsvBestand projecten,
        int eersteRij,
        string plaats,
        short jaar,
        CancellationToken ct
    )
    {
        projecten.Eis("project_id", "cost", "votes", "name", "selected");
        await RegisterImport.EisGeenConceptAsync(lading, ct);
        var gebieden = await BekendeGebieden.LeesAsync(lading, ct);
        var stadsdeel =
            gebieden.StadsdeelBijNaam(plaats)
            ?? throw new ImportFout($"Stadsdeel '{plaats}' is niet bekend. Laad eerst de stadsdelen met hun namen.");
        var (herkenning, melding) = await HerkenningQueries.LeesAsync(lading.Db, lading.Transactie, gebieden, ct);
        lading.Rapport.Meldingen.AddRange(melding is null ? [] : [melding]);
        var oordelen = await Oordelen.Oordelen.LeesAsync(lading.Db, lading.Transactie, publicatie.Archief);
        var register = InitiatiefOnderwerp.Register;
        var lezer = new RegisterLezer(register.Kolommen, "id", "titel", oordelen, lading.Rapport) { Namen = Namen };
        var bestand = new RuwBestand(
            projecten.Naam,
            [],
            projecten
                .Rijen.Where(r => !r.IsLeeg)
                .Select(r =>
                {
                    var naam = r["name"];
                    var gevonden =
                        oordelen.Titel(naam) == naam
                            ? herkenning.VindMetPlek(stadsdeel, naam)
                            : herkenning.Vind(stadsdeel, naam);
                    return new RuweRij(
                        r.Nummer + eersteRij - 1,
                        k =>
                            k switch
                            {
                                "gebiedscode" => gevonden?.Gebied.Code ?? stadsdeel,
                                "herkend" => gevonden is null || gevonden.Gebied.Code == stadsdeel
                                    ? null
                                    : ZoalsGeschreven(naam!, gevonden.Tekst),
                                "wkt" => gevonden?.Plek?.Wkt,
                                _ => Veld(r, k, jaar),
                            },
                        Fout: r.Kapot
                    );
                })
        );
        await RegisterTabel.LaadAsync(lading, register.Tabel, register.Kolommen, lezer.Lees(bestand), false, ct);
        RegisterImport.Meld(lading.Rapport, bestand, [], lezer.Gemaskeerd);
        publicatie.Voortgang?.Report((lading.Rapport.Gelezen, lading.Rapport.Gelezen));
    }

    // The words as they stand in the name; of several places the reader joins them itself
    private static string ZoalsGeschreven(string naam, string woorden) =>
        naam.IndexOf(woorden, StringComparison.OrdinalIgnoreCase) is >= 0 and var begin
            ? naam.Substring(begin, woorden.Length)
            : woorden;

    private static readonly Dictionary<string, string> Namen = new()
    {
        ["id"] = "project_id",
        ["titel"] = "name",
        ["kosten"] = "cost",
        ["stemmen"] = "votes",
        ["thema"] = "category",
        ["status"] = "selected",
    };

    // pabulib: 2 is "funded partially or with additional municipal funds".
    private static string? Veld(CsvRij rij, string kolom, short jaar) =>
        kolom switch
        {
            "jaar" => $"{jaar}",
            "selected" => rij["selected"] switch
            {
                "1" => "gekozen",
                "2" => "deels_gekozen",
                "0" => "niet_gekozen",
                var anders => anders,
            },
            _ => rij[kolom],
        };

    private static async Task<string> TekstAsync(Levering levering, CancellationToken ct)
    {
        if (levering.Bytes > Grenzen.Nu.Ineens)
        {
            throw new ImportFout($"{levering.Naam} is te groot voor een .pb-bestand. Er is niets veranderd.");
        }
        var (tekst, melding) = Lettercodering.Lees(await File.ReadAllBytesAsync(levering.Pad, ct), levering.Naam);
        levering.Meldingen.AddRange(melding is null ? [] : [melding]);
        return tekst;
    }

    private static (Dictionary<string, string> Meta, CsvBestand Projecten, int EersteRij) Secties(
        string naam,
        string tekst
    )
    {
        var regels = tekst.ReplaceLineEndings("\n").Split('\n');
        var (meta, projecten) = (Array.IndexOf(regels, "META"), Array.IndexOf(regels, "PROJECTS"));
        if (meta < 0 || projecten < meta + 2 || projecten + 2 >= regels.Length)
        {
            throw new ImportFout($"{naam} is geen .pb-bestand: de delen META en PROJECTS horen erin te staan.");
        }
        var stemmen = Array.IndexOf(regels, "VOTES");
        if (stemmen >= 0 && stemmen < projecten)
        {
            throw new ImportFout(
                $"In {naam} staat VOTES voor PROJECTS. Zet de delen in de volgorde META, PROJECTS, VOTES."
            );
        }
        var sleutels = regels[(meta + 2)..projecten]
            .Select(r => r.Split(';', 2))
            .Where(d => d.Length == 2)
            .Select(d => (Sleutel: d[0].Trim(), Waarde: d[1].Trim()))
            .ToList();
        if (sleutels.GroupBy(s => s.Sleutel).FirstOrDefault(g => g.Count() > 1) is { Key: var dubbel })
        {
            throw new ImportFout($"In {naam} staat bij META '{Zin.Veilig(dubbel, 40)}' twee keer. Laat er één staan.");
        }
        var deel = string.Join('\n', regels[(projecten + 1)..(stemmen < 0 ? regels.Length : stemmen)]);
        return (sleutels.ToDictionary(s => s.Sleutel, s => s.Waarde), CsvBestand.VanTekst(naam, deel), projecten + 2);
    }

    private static short JaarVan(string naam, Dictionary<string, string> meta) =>
        short.TryParse(
            meta.GetValueOrDefault("instance"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var jaar
        ) && jaar is >= 1990 and <= 2100
            ? jaar
            : throw new ImportFout($"In {naam} staat bij META geen jaar (instance).");
}

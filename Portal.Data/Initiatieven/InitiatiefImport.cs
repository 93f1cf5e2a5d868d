using System.Globalization;
using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Data.Initiatieven;

/// <summary>
/// Loads a participatory budget in pabulib's <c>.pb</c> form: a META and a PROJECTS section, semicolon separated.
/// The VOTES section, with a line per voter, is never read.
/// </summary>
public sealed class InitiatiefImport(Publicatie publicatie)
{
    public async Task<ImportRapport> LaadAsync(string pad, CancellationToken ct)
    {
        var levering = await Levering.OpenAsync(pad, ct);
        var (meta, projecten, eersteRij) = Secties(
            levering.Naam,
            Tekst.Decodeer(await File.ReadAllBytesAsync(pad, ct))
        );
        var jaar = JaarVan(levering.Naam, meta);
        var plaats =
            meta.GetValueOrDefault("subunit")
            ?? meta.GetValueOrDefault("district")
            ?? throw new ImportFout(
                $"In {levering.Naam} staat bij META geen subunit of district: het is niet duidelijk van welk stadsdeel de plannen zijn."
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
        var gebieden = await BekendeGebieden.LeesAsync(lading, ct);
        var stadsdeel =
            gebieden.StadsdeelBijNaam(plaats)
            ?? throw new ImportFout($"Stadsdeel '{plaats}' is niet bekend. Laad eerst de stadsdelen met hun namen.");
        var oordelen = await Oordelen.Oordelen.LeesAsync(lading.Db, lading.Transactie, publicatie.Archief);
        var ids = new HashSet<string>();
        foreach (var rij in projecten.Rijen.Where(r => !r.IsLeeg))
        {
            lading.Rapport.Gelezen++;
            if (Lees(rij, rij.Nummer + eersteRij - 1, ids, lading.Rapport) is { } initiatief)
            {
                await lading.Db.ExecuteAsync(
                    InvoegSql,
                    new
                    {
                        lading.VersieId,
                        initiatief.Rij,
                        initiatief.Id,
                        Titel = oordelen.Titel(initiatief.Titel),
                        initiatief.Thema,
                        initiatief.Status,
                        Jaar = jaar,
                        gebieden.Indeling,
                        Stadsdeel = stadsdeel,
                        initiatief.Kosten,
                        initiatief.Stemmen,
                    },
                    lading.Transactie
                );
                lading.Rapport.Geladen++;
            }
        }
        (lading.Rapport.Gewijzigd, lading.Rapport.Vervallen) = await lading.Db.QuerySingleAsync<(int, int)>(
            VerschilSql,
            new { lading.VersieId, lading.VorigeVersieId },
            lading.Transactie
        );
        publicatie.Voortgang?.Report((lading.Rapport.Gelezen, lading.Rapport.Gelezen));
    }

    private sealed record Initiatief(
        int Rij,
        string Id,
        string Titel,
        string? Thema,
        string Status,
        decimal? Kosten,
        int? Stemmen
    );

    private static Initiatief? Lees(CsvRij rij, int nummer, HashSet<string> ids, ImportRapport rapport)
    {
        var aantal = rapport.Afwijzingen.Count;
        if (rij["project_id"] is not { } id || !ids.Add(id))
        {
            rapport.Wijs(
                nummer,
                "project_id",
                rij["project_id"],
                "het nummer ontbreekt of stond al eerder in het bestand"
            );
        }
        if (rij["name"] is null || Privacy.Vind(rij["name"]) is not null)
        {
            rapport.Wijs(nummer, "name", null, "de naam ontbreekt, of er staan gegevens van een persoon in");
        }
        var (kosten, reden) = Bedrag.Lees(rij["cost"], Notatie.Punt);
        if (reden is not null)
        {
            rapport.Wijs(nummer, "cost", rij["cost"], reden);
        }
        int? stemmen = int.TryParse(rij["votes"], NumberStyles.None, CultureInfo.InvariantCulture, out var s)
            ? s
            : null;
        if (stemmen is null && rij["votes"] is not null)
        {
            rapport.Wijs(nummer, "votes", rij["votes"], "dit is geen aantal stemmen");
        }
        // pabulib: 2 is "funded partially or with additional municipal funds".
        var status = rij["selected"] switch
        {
            "1" => "gekozen",
            "2" => "deels_gekozen",
            "0" => "niet_gekozen",
            _ => null,
        };
        if (status is null)
        {
            rapport.Wijs(nummer, "selected", rij["selected"], "verwacht 0, 1 of 2");
        }
        return rapport.Afwijzingen.Count > aantal
            ? null
            : new(nummer, rij["project_id"]!, rij["name"]!, rij["category"], status!, kosten, stemmen);
    }

    private static (Dictionary<string, string> Meta, CsvBestand Projecten, int EersteRij) Secties(
        string naam,
        string tekst
    )
    {
        var regels = tekst.ReplaceLineEndings("\n").Split('\n');
        var (meta, projecten) = (Array.IndexOf(regels, "META"), Array.IndexOf(regels, "PROJECTS"));
        if (meta < 0 || projecten < 0 || projecten + 2 >= regels.Length)
        {
            throw new ImportFout($"{naam} is geen .pb-bestand: de delen META en PROJECTS horen erin te staan.");
        }
        var stemmen = Array.IndexOf(regels, "VOTES");
        var sleutels = regels[(meta + 2)..projecten]
            .Select(r => r.Split(';', 2))
            .Where(d => d.Length == 2)
            .ToDictionary(d => d[0].Trim(), d => d[1].Trim());
        var deel = string.Join('\n', regels[(projecten + 1)..(stemmen < 0 ? regels.Length : stemmen)]);
        return (sleutels, CsvBestand.VanTekst(naam, deel), projecten + 2);
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

    private const string InvoegSql = """
        insert into initiatief (versie_id, rij, bronsleutel, titel, thema, status, jaar, indeling, gebied_soort, gebied_code, kosten, stemmen)
        values (@VersieId, @Rij, @Id, @Titel, @Thema, @Status, @Jaar, @Indeling, 'stadsdeel', @Stadsdeel, @Kosten, @Stemmen)
        """;

    private const string VerschilSql = """
        with veld as (select versie_id, bronsleutel, md5(row(titel, thema, status, gebied_code, kosten, stemmen)::text) as inhoud
                      from initiatief where versie_id in (@VersieId, @VorigeVersieId))
        select count(*) filter (where n.inhoud is not null and o.inhoud is distinct from n.inhoud)::int, count(*) filter (where n.inhoud is null)::int
        from (select * from veld where versie_id = @VersieId) n
        full join (select * from veld where versie_id = @VorigeVersieId) o using (bronsleutel)
        """;
}

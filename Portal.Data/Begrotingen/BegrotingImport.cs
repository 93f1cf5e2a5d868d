using System.Globalization;
using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Data.Begrotingen;

/// <summary>
/// Loads a "begrotingslevering" of staff (columns in docs/beheer.md): one year and one phase a file, so that a new
/// delivery for that year and phase becomes a new version of the same dataset.
/// </summary>
public sealed class BegrotingImport(Publicatie publicatie)
{
    private static readonly string[] Verplicht = ["boekjaar", "fase", "programma", "bl", "gebiedscode", "toerekening", "omschrijving", "bedrag"];

    public async Task<ImportRapport> LaadAsync(string pad, CancellationToken ct)
    {
        var levering = await Levering.OpenAsync(pad, ct);
        var csv = CsvBestand.Lees(pad);
        csv.Eis(Verplicht);
        var rijen = csv.Rijen.Where(r => !r.IsLeeg && !r.IsStreepjes).ToList();
        var (jaar, fase) = (Enige(csv, rijen, "boekjaar"), Enige(csv, rijen, "fase").ToLowerInvariant());
        if (!short.TryParse(jaar, NumberStyles.None, CultureInfo.InvariantCulture, out var boekjaar) || fase is not ("begroting" or "begrotingswijziging" or "realisatie"))
        {
            throw new ImportFout($"{csv.Naam}: boekjaar '{jaar}' met fase '{fase}' kan niet. Fase is begroting, begrotingswijziging of realisatie; boekjaar is een jaartal.");
        }
        var dataset = new Dataset(
            $"{fase}-{boekjaar}", $"{char.ToUpperInvariant(fase[0])}{fase[1..]} {boekjaar} per buurt", Onderwerp.Begroting, "Zien wat de gemeente in uw buurt uitgeeft, en waaraan.",
            "Gemeente, financiën", "Begrotingslevering van de gemeente", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.nl");
        return await publicatie.LaadAsync(dataset, levering, lading => LaadRijenAsync(lading, csv, rijen, boekjaar, fase, ct), ct);
    }

    private static string Enige(CsvBestand csv, List<CsvRij> rijen, string kolom)
    {
        var waarden = rijen.Select(r => r[kolom] ?? "").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return waarden.Count == 1
            ? waarden[0]
            : throw new ImportFout(
                waarden.Count == 0 ? $"{csv.Naam} heeft alleen een kopregel. Er is niets te laden."
                : $"{csv.Naam} heeft in kolom {kolom} verschillende waarden ({string.Join(", ", waarden.Take(4))}). Lever elk jaar en elke fase in een eigen bestand.");
    }

    private async Task LaadRijenAsync(Lading lading, CsvBestand csv, List<CsvRij> rijen, short jaar, string fase, CancellationToken ct)
    {
        var programmas = (await lading.Db.QueryAsync<(string Code, string Naam)>("select code, naam from programma", transaction: lading.Transactie))
            .SelectMany(p => new[] { (Tekst.Kaal(p.Code), p.Code), (Tekst.Kaal(p.Naam), p.Code) }).DistinctBy(p => p.Item1).ToDictionary(p => p.Item1, p => p.Code);
        var lezer = new BegrotingLezer(await BekendeGebieden.LeesAsync(lading, ct), programmas, Bedrag.Herken(csv.Rijen.Select(r => r["bedrag"])), lading.Rapport, jaar, fase);
        lading.Rapport.Gelezen = rijen.Count;
        var controles = rijen.Where(Controletotalen.IsControle).ToList();
        await PostRij.KopieerAsync(lading, rijen.Except(controles).Select(lezer.Lees).OfType<PostRij>().ToList(), ct);
        await Controletotalen.ControleerAsync(lading, [.. controles.Select(lezer.LeesControle).OfType<Controletotaal>()], ct);
        (lading.Rapport.Gewijzigd, lading.Rapport.Vervallen) = await lading.Db.QuerySingleAsync<(int, int)>(
            PostRij.VerschilSql, new { lading.VersieId, lading.VorigeVersieId }, lading.Transactie, commandTimeout: 0);
        publicatie.Voortgang?.Report((rijen.Count, rijen.Count));
    }
}

/// <summary>One row of a begrotingslevering to one begrotingspost, or to the reasons why not.</summary>
internal sealed class BegrotingLezer(BekendeGebieden gebieden, Dictionary<string, string> programmas, Notatie notatie, ImportRapport rapport, short jaar, string fase)
{
    private static readonly string[] Toerekeningen = ["direct_adres", "direct_gebied", "sleutel", "stadsbreed"];

    public PostRij? Lees(CsvRij rij)
    {
        var aantal = rapport.Afwijzingen.Count;
        void Wijs(string kolom, string reden) => rapport.Wijs(rij.Nummer, kolom, rij[kolom], reden);

        var bl = rij["bl"]?.ToUpperInvariant();
        if (bl is not ("L" or "B"))
        {
            Wijs("bl", "schrijf L (lasten) of B (baten)");
        }
        var programma = rij["programma"] is { } p ? programmas.GetValueOrDefault(Tekst.Kaal(p)) : null;
        if (rij["programma"] is not null && programma is null)
        {
            Wijs("programma", "dit programma is niet bekend; zie de lijst in docs/beheer.md");
        }
        var toerekening = rij["toerekening"]?.ToLowerInvariant();
        if (!Toerekeningen.Contains(toerekening))
        {
            Wijs("toerekening", $"kies uit {string.Join(", ", Toerekeningen)}");
        }
        var gebied = Gebied(rij, toerekening, Wijs);
        var (bedrag, reden) = Bedrag.Lees(rij["bedrag"], notatie);
        if (reden is not null || bedrag is null)
        {
            Wijs("bedrag", reden ?? "het bedrag ontbreekt");
        }
        if (rij["peildatum"] is not null && Peildatum(rij) is null)
        {
            Wijs("peildatum", "schrijf de datum als 2025-12-31 of 31-12-2025");
        }
        foreach (var kolom in new[] { "omschrijving", "project", "ontvanger" })
        {
            if (Privacy.Vind(rij[kolom]) is { } soort)
            {
                rapport.Wijs(rij.Nummer, kolom, null, $"hier staat een {soort}; haal gegevens van personen weg");
            }
        }
        return rapport.Afwijzingen.Count > aantal ? null : Post(rij, bl!, programma, toerekening!, gebied, bedrag!.Value);
    }

    /// <summary>A row that states a sum: programme, L/B and perhaps taakveld.</summary>
    public Controletotaal? LeesControle(CsvRij rij)
    {
        var aantal = rapport.Afwijzingen.Count;
        var bl = rij["bl"]?.ToUpperInvariant();
        var programma = rij["programma"] is { } p ? programmas.GetValueOrDefault(Tekst.Kaal(p)) : null;
        var (bedrag, reden) = Bedrag.Lees(rij["bedrag"], notatie);
        if (bl is not ("L" or "B"))
        {
            rapport.Wijs(rij.Nummer, "bl", bl, "schrijf L (lasten) of B (baten)");
        }
        if (rij["programma"] is not null && programma is null)
        {
            rapport.Wijs(rij.Nummer, "programma", rij["programma"], "dit programma is niet bekend; zie de lijst in docs/beheer.md");
        }
        if (bedrag is null)
        {
            rapport.Wijs(rij.Nummer, "bedrag", rij["bedrag"], reden ?? "het bedrag ontbreekt");
        }
        return rapport.Afwijzingen.Count > aantal ? null : new(rij.Nummer, jaar, fase, bl!, programma, rij["taakveld"], bedrag!.Value);
    }

    private (string Code, string Soort)? Gebied(CsvRij rij, string? toerekening, Action<string, string> wijs)
    {
        if (toerekening is "stadsbreed" or "sleutel")
        {
            return null;
        }
        if (rij["gebiedscode"] is not { } code)
        {
            wijs("gebiedscode", "bij deze toerekening hoort een gebiedscode");
            return null;
        }
        if (rij["gebied_indeling"] is { } indeling && indeling != gebieden.Indeling.ToString(CultureInfo.InvariantCulture))
        {
            wijs("gebied_indeling", $"geladen is indeling {gebieden.Indeling}; zet de code om");
            return null;
        }
        if (gebieden.OpCode(code) is { } gebied)
        {
            return gebied;
        }
        wijs("gebiedscode", $"dit gebied bestaat niet in indeling {gebieden.Indeling}");
        return null;
    }

    private PostRij Post(CsvRij rij, string bl, string? programma, string toerekening, (string Code, string Soort)? gebied, decimal bedrag)
    {
        var persoon = rij["ontvanger_type"]?.StartsWith("particulier", StringComparison.OrdinalIgnoreCase) == true;
        return new PostRij
        {
            Rij = rij.Nummer,
            Bronsleutel = rij["id"] ?? $"rij {rij.Nummer}",
            Jaar = jaar,
            Fase = fase,
            Bl = bl,
            ProgrammaCode = programma,
            Taakveld = rij["taakveld"],
            Categorie = rij["categorie"],
            Toerekening = toerekening,
            Indeling = gebied is null ? null : gebieden.Indeling,
            GebiedSoort = gebied?.Soort,
            GebiedCode = gebied?.Code,
            Sleutel = toerekening == "sleutel" ? Sleutel(rij["sleutel"]) : null,
            ProjectId = rij["project_id"],
            Project = persoon ? null : rij["project"],
            Omschrijving = persoon ? null : rij["omschrijving"],
            OntvangerSoort = persoon ? "particulier" : rij["ontvanger"] is null ? "gemeente" : "organisatie",
            Ontvanger = persoon ? Privacy.Particulier : rij["ontvanger"],
            Bedrag = bedrag,
            Peildatum = Peildatum(rij),
            Bron = rij.AlsJson(persoon ? ["project", "omschrijving", "ontvanger"] : []),
        };
    }

    private static DateOnly? Peildatum(CsvRij rij) => DateOnly.TryParse(rij["peildatum"], CultureInfo.GetCultureInfo("nl-NL"), out var datum) ? datum : null;

    // "inwoners" alone means the inhabitants of the year of the delivery.
    private string Sleutel(string? sleutel) =>
        sleutel is null || sleutel.Equals("inwoners", StringComparison.OrdinalIgnoreCase) ? $"inwoners {jaar}" : sleutel.ToLowerInvariant();
}

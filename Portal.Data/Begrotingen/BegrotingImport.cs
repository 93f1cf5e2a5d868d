using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Begrotingen;

/// <summary>
/// Loads a "begrotingslevering" of staff (columns in docs/beheer.md): one year and one phase a file, so that a new
/// delivery for that year and phase becomes a new version of the same dataset.
/// </summary>
public sealed class BegrotingImport(Publicatie publicatie)
{
    private static readonly string[] Verplicht =
    [
        "boekjaar",
        "fase",
        "bl",
        "gebiedscode",
        "toerekening",
        "omschrijving",
        "bedrag",
    ];

    internal static readonly string[] Bekend =
    [
        .. Verplicht,
        "id",
        "programma",
        "programma_code",
        "taakveld",
        "categorie",
        "gebiedstype",
        "gebied_indeling",
        "sleutel",
        "aandeel",
        "project_id",
        "project",
        "ontvanger_type",
        "ontvanger",
        "peildatum",
        "dekking",
    ];

    public async Task<ImportRapport> LaadAsync(string pad, CancellationToken ct)
    {
        var levering = await Levering.OpenAsync(pad, ct);
        var csv = CsvBestand.Lees(pad);
        csv.EisEenmaal(Bekend);
        csv.Eis(csv.Heeft("programma_code") ? Verplicht : [.. Verplicht, "programma"]);
        var rijen = csv.Rijen.Where(r => !r.IsLeeg && !r.IsStreepjes).ToList();
        var (jaar, fase) = (Enige(csv, rijen, "boekjaar"), Enige(csv, rijen, "fase").ToLowerInvariant());
        if (
            !short.TryParse(jaar, NumberStyles.None, CultureInfo.InvariantCulture, out var boekjaar)
            || boekjaar is < 1990 or > 2100
            || fase is not ("begroting" or "begrotingswijziging" or "realisatie")
        )
        {
            throw new ImportFout(
                $"{csv.Naam}: boekjaar '{jaar}' met fase '{fase}' kan niet. Fase is begroting, begrotingswijziging of realisatie; boekjaar is een jaartal van 1990 tot en met 2100."
            );
        }
        var dataset = new Dataset(
            $"{fase}-{boekjaar}",
            $"{char.ToUpperInvariant(fase[0])}{fase[1..]} {boekjaar} per buurt",
            Onderwerp.Begroting,
            "Zien wat de gemeente in uw buurt uitgeeft, en waaraan.",
            "Gemeente, financiën",
            "Begrotingslevering van de gemeente",
            "CC0 1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
        );
        return await publicatie.LaadAsync(
            dataset,
            levering,
            lading => LaadRijenAsync(lading, csv, rijen, boekjaar, fase, ct),
            ct
        );
    }

    private static string Enige(CsvBestand csv, List<CsvRij> rijen, string kolom)
    {
        if (rijen.Count == 0)
        {
            throw new ImportFout($"{csv.Naam} heeft alleen een kopregel. Er is niets te laden.");
        }
        var eerste = rijen[0][kolom] ?? "";
        return rijen.Find(r => !eerste.Equals(r[kolom] ?? "", StringComparison.OrdinalIgnoreCase)) is not { } anders
            ? eerste
            : throw new ImportFout(
                $"{csv.Naam}: rij {anders.Nummer} heeft in kolom {kolom} {(anders[kolom] is { } waarde ? $"'{waarde}'" : "niets")}, rij {rijen[0].Nummer} heeft '{eerste}'. "
                    + "Lever elk jaar en elke fase in een eigen bestand, en haal regels met een totaal weg (een controletotaal heeft ook een jaar en een fase)."
            );
    }

    private async Task LaadRijenAsync(
        Lading lading,
        CsvBestand csv,
        List<CsvRij> rijen,
        short jaar,
        string fase,
        CancellationToken ct
    )
    {
        var (posten, controles) = Lees(
            csv,
            rijen,
            jaar,
            fase,
            await Leescontext.LeesAsync(lading, publicatie.Archief, ct),
            lading.Rapport
        );
        if (jaar > Klok.Systeem.Vandaag.Year && fase == "realisatie")
        {
            lading.Rapport.Meldingen.Add(
                $"Boekjaar {jaar} ligt in de toekomst, en toch is de fase realisatie. Klopt het niet, haal de levering dan terug met: portal terug {fase}-{jaar}."
            );
        }
        await PostRij.LaadAsync(lading, posten, ct);
        await Controletotalen.ControleerAsync(lading, controles, ct);
        await Dekking.LeveringAsync(lading, jaar, fase, csv, rijen, ct);
        publicatie.Voortgang?.Report((rijen.Count, rijen.Count));
    }

    /// <summary>The posts of a delivery that lies in the archive; year and phase as the dataset's code says them.</summary>
    internal static List<PostRij> Lees(
        CsvBestand csv,
        short jaar,
        string fase,
        Leescontext context,
        ImportRapport rapport
    ) => Lees(csv, [.. csv.Rijen.Where(r => !r.IsLeeg && !r.IsStreepjes)], jaar, fase, context, rapport).Posten;

    private static (List<PostRij> Posten, List<Controletotaal> Controles) Lees(
        CsvBestand csv,
        List<CsvRij> rijen,
        short jaar,
        string fase,
        Leescontext context,
        ImportRapport rapport
    )
    {
        var onbekend = csv.Behalve(Bekend);
        var lezer = new BegrotingLezer(context, Bedrag.Herken(csv.Rijen.Select(r => r["bedrag"])), rapport, jaar, fase);
        rapport.Gelezen = rijen.Count;
        if (onbekend.Count > 0)
        {
            rapport.Meldingen.Add(
                $"Deze kolommen kent het portaal niet en zijn niet overgenomen: {string.Join(", ", onbekend)}."
            );
        }
        var controles = rijen.Where(Controletotalen.IsControle).ToList();
        List<PostRij> posten = [.. rijen.Except(controles).Select(lezer.Lees).OfType<PostRij>()];
        if (lezer.Gemaskeerd > 0)
        {
            rapport.Meldingen.Add(
                $"In {lezer.Gemaskeerd} rijen is een naam of tekst weggelaten waarin misschien een persoon staat, tot iemand heeft gekeken (portal oordeel lijst)."
            );
        }
        return (posten, [.. controles.Select(lezer.LeesControle).OfType<Controletotaal>()]);
    }
}

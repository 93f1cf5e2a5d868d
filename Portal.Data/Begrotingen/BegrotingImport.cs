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
        .. Postplekken.Kolommen,
    ];

    public async Task<ImportRapport> LaadAsync(string pad, CancellationToken ct)
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var csv = levering.AlsCsv();
        csv.EisEenmaal(Bekend);
        csv.Eis(csv.Heeft("programma_code") ? Verplicht : [.. Verplicht, "programma"]);
        var overzicht = BegrotingOverzicht.Lees(csv);
        var (boekjaar, fase) = overzicht.JaarEnFase(csv.Naam);
        var dataset = new Dataset(
            $"{fase}-{boekjaar}",
            $"{char.ToUpperInvariant(fase[0])}{fase[1..]} {boekjaar} per buurt",
            BegrotingOnderwerp.Code,
            "Zien wat de gemeente in uw buurt uitgeeft, en waaraan.",
            "Gemeente, financiën",
            "Begrotingslevering van de gemeente",
            "CC0 1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
        );
        return await publicatie.LaadAsync(
            dataset,
            levering,
            lading => LaadRijenAsync(lading, csv, overzicht, boekjaar, fase, ct),
            ct
        );
    }

    private async Task LaadRijenAsync(
        Lading lading,
        CsvBestand csv,
        BegrotingOverzicht overzicht,
        short jaar,
        string fase,
        CancellationToken ct
    )
    {
        var context = await Leescontext.LeesAsync(lading, publicatie.Archief, ct);
        var lezer = new BegrotingLezer(context, overzicht.Notatie, lading.Rapport, jaar, fase);
        lading.Rapport.Gelezen = overzicht.Aantal;
        if (csv.Onbekend(Bekend) is { } onbekend)
        {
            lading.Rapport.Meldingen.Add(onbekend);
        }
        var plekken = new Postplekken();
        var posten = Posten(csv, lezer, overzicht.Aantal, publicatie.Voortgang);
        await PostRij.KopieerAsync(lading, plekken.Onthoud(posten), ct);
        await plekken.BewaarAsync(lading, ct);
        List<Controletotaal> controles = overzicht.HeeftControles ? [.. Controles(csv, lezer)] : [];
        lading.Rapport.TeLang = csv.TeLang;
        Meld(lading.Rapport, lezer, jaar, fase);
        await PostRij.TelVerschilAsync(lading, ct);
        await Controletotalen.ControleerAsync(lading, controles, ct);
        await Dekking.LeveringAsync(lading, jaar, fase, csv.Naam, overzicht, ct);
        publicatie.Voortgang?.Report((overzicht.Aantal, overzicht.Aantal));
    }

    private static void Meld(ImportRapport rapport, BegrotingLezer lezer, short jaar, string fase)
    {
        if (lezer.Gemaskeerd > 0)
        {
            rapport.Meldingen.Add(
                $"In {lezer.Gemaskeerd} rijen is een naam of tekst weggelaten waarin misschien een persoon staat, "
                    + "tot iemand heeft gekeken (portal oordeel lijst)."
            );
        }
        if (lezer.ZonderPlek > 0)
        {
            rapport.Meldingen.Add(
                $"In {Zin.Rijen(lezer.ZonderPlek)} is de plek weggelaten: de ontvanger is een persoon, of "
                    + "misschien een."
            );
        }
        if (jaar > Klok.Systeem.Vandaag.Year && fase == "realisatie")
        {
            rapport.Meldingen.Add(
                $"Boekjaar {jaar} ligt in de toekomst, en toch is de fase realisatie. "
                    + $"Klopt het niet, haal de levering dan terug met: portal terug {fase}-{jaar}."
            );
        }
    }

    /// <summary>
    /// The posts of a delivery that lies in the archive; year and phase as the dataset's code says them.
    /// </summary>
    internal static IEnumerable<PostRij> Lees(
        CsvBestand csv,
        short jaar,
        string fase,
        Leescontext context,
        ImportRapport rapport
    ) =>
        Posten(
            csv,
            new(context, Bedrag.Herken(csv.Rijen.Select(r => r["bedrag"])), rapport, jaar, fase),
            0,
            voortgang: null
        );

    // One at a time: the next row is read when this one is on its way into the database.
    private static IEnumerable<PostRij> Posten(
        CsvBestand csv,
        BegrotingLezer lezer,
        int aantal,
        IProgress<(int, int)>? voortgang
    )
    {
        var gedaan = 0;
        foreach (var rij in csv.Rijen.Where(BegrotingOverzicht.TeltMee))
        {
            if (++gedaan % 1000 == 0)
            {
                voortgang?.Report((gedaan, aantal));
            }
            if (!Controletotalen.IsControle(rij) && lezer.Lees(rij) is { } post)
            {
                yield return post;
            }
        }
    }

    private static IEnumerable<Controletotaal> Controles(CsvBestand csv, BegrotingLezer lezer) =>
        csv
            .Rijen.Where(r => BegrotingOverzicht.TeltMee(r) && Controletotalen.IsControle(r))
            .Select(lezer.LeesControle)
            .OfType<Controletotaal>();
}

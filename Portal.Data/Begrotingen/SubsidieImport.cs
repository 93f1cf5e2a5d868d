using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Begrotingen;

/// <summary>
/// Loads a municipal subsidy register (sources.md D5, all three header forms). A row of a stadsdeel belongs to that
/// stadsdeel, or to the area that its project or applicant names; a row of another department is of the whole city; of a row without a department it is not known.
/// </summary>
public sealed class SubsidieImport(Publicatie publicatie)
{
    internal const string Code = "subsidieregister";

    private static readonly Dataset Register = new(
        Code,
        "Subsidieregister",
        BegrotingOnderwerp.Code,
        "Zien welke organisaties en plannen subsidie kregen, en hoeveel.",
        "Gemeente, subsidiebureau",
        "Openbaar subsidieregister van de gemeente",
        "Zie de voorwaarden van de bron"
    );

    private static readonly string[] Verplicht =
    [
        "Dossiernummer",
        "Aanvrager",
        "Regelingnaam",
        "Beleidsterrein",
        "Organisatieonderdeel",
        "Projectnaam",
        "Bedragaangevraagd",
        "Bedragverleend",
        "Bedragvastgesteld",
    ];

    // The other columns of the three forms; of any other column we do not know what it may hold.
    internal static readonly string[] Bekend =
    [
        .. Verplicht,
        "Id",
        "Tablename",
        "Typeperiodiciteit",
        "Publicatiedatumverleningsbesluit",
        "Publicatiedatumvaststellingsbesluit",
        "Subsidiejaar",
        "Datumoverzicht",
    ];

    public async Task<ImportRapport> LaadAsync(string pad, CancellationToken ct)
    {
        var levering = await Levering.OpenAsync(pad, ct);
        var csv = CsvBestand.Lees(pad);
        csv.EisEenmaal(Bekend);
        csv.Eis(Verplicht);
        return await publicatie.LaadAsync(Register, levering, lading => LaadRijenAsync(lading, csv, ct), ct);
    }

    private async Task LaadRijenAsync(Lading lading, CsvBestand csv, CancellationToken ct)
    {
        var posten = Lees(
            csv,
            await Leescontext.LeesAsync(lading, publicatie.Archief, ct),
            lading.Rapport,
            publicatie.Voortgang
        );
        await PostRij.LaadAsync(lading, posten, ct);
        publicatie.Voortgang?.Report((csv.Rijen.Count, csv.Rijen.Count));
    }

    /// <summary>The posts of a register; what is wrong with the other rows stands in the report.</summary>
    internal static List<PostRij> Lees(
        CsvBestand csv,
        Leescontext context,
        ImportRapport rapport,
        IProgress<(int, int)>? voortgang = null
    )
    {
        var onbekend = csv.Behalve(Bekend);
        if (onbekend.Count > 0)
        {
            rapport.Meldingen.Add(
                $"Deze kolommen kent het portaal niet en zijn niet overgenomen: {string.Join(", ", onbekend)}."
            );
        }
        rapport.Meldingen.AddRange(context.Melding is null ? [] : [context.Melding]);
        var lezer = new SubsidieLezer(context, NotatieVan(csv), rapport);
        var posten = new List<PostRij>(csv.Rijen.Count);
        foreach (var rij in csv.Rijen.Where(r => !r.IsLeeg && !r.IsStreepjes))
        {
            rapport.Gelezen++;
            if (lezer.Lees(rij) is { } post)
            {
                posten.Add(post);
            }
            if (rapport.Gelezen % 1000 == 0)
            {
                voortgang?.Report((rapport.Gelezen, csv.Rijen.Count));
            }
        }
        lezer.Besluit(posten);
        return posten;
    }

    private static Notatie NotatieVan(CsvBestand csv) =>
        Bedrag.Herken(
            csv.Rijen.SelectMany(r => new[] { r["Bedragverleend"], r["Bedragaangevraagd"], r["Bedragvastgesteld"] })
        );
}

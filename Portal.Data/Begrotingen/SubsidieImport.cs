using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Begrotingen;

/// <summary>
/// Loads a municipal subsidy register (sources.md D5, all three header forms). A row of a stadsdeel belongs to that
/// stadsdeel, or to the area that its project or applicant names; a row of another department is of the whole city; of
/// a row without a department it is not known.
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
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var csv = levering.AlsCsv();
        csv.EisEenmaal(Bekend);
        csv.Eis(Verplicht);
        return await publicatie.LaadAsync(Register, levering, lading => LaadRijenAsync(lading, csv, ct), ct);
    }

    private async Task LaadRijenAsync(Lading lading, CsvBestand csv, CancellationToken ct)
    {
        var (notatie, aantal) = Overzie(csv);
        var lezer = new SubsidieLezer(
            await Leescontext.LeesAsync(lading, publicatie.Archief, ct),
            notatie,
            lading.Rapport
        );
        Meld(csv, lezer, lading.Rapport);
        var plekken = new Postplekken();
        var posten = Posten(csv, lezer, lading.Rapport, aantal, publicatie.Voortgang);
        await PostRij.KopieerAsync(lading, plekken.Onthoud(posten), ct);
        await plekken.BewaarAsync(lading, ct);
        lading.Rapport.TeLang = csv.TeLang;
        lezer.Besluit();
        await PostRij.TelVerschilAsync(lading, ct);
        publicatie.Voortgang?.Report((aantal, aantal));
    }

    private static void Meld(CsvBestand csv, SubsidieLezer lezer, ImportRapport rapport)
    {
        if (csv.Onbekend(Bekend) is { } onbekend)
        {
            rapport.Meldingen.Add(onbekend);
        }
        rapport.Meldingen.AddRange(lezer.Melding is null ? [] : [lezer.Melding]);
    }

    /// <summary>The posts of a register that lies in the archive.</summary>
    internal static IEnumerable<PostRij> Lees(CsvBestand csv, Leescontext context, ImportRapport rapport) =>
        Posten(csv, new(context, Overzie(csv).Notatie, rapport), rapport, 0, voortgang: null);

    // One at a time: the next row is read when this one is on its way into the database.
    private static IEnumerable<PostRij> Posten(
        CsvBestand csv,
        SubsidieLezer lezer,
        ImportRapport rapport,
        int aantal,
        IProgress<(int, int)>? voortgang
    )
    {
        foreach (var rij in csv.Rijen.Where(r => !r.IsLeeg && !r.IsStreepjes))
        {
            rapport.Gelezen++;
            if (lezer.Lees(rij) is { } post)
            {
                yield return post;
            }
            if (rapport.Gelezen % 1000 == 0)
            {
                voortgang?.Report((rapport.Gelezen, aantal));
            }
        }
    }

    // What must be known of the file before its rows can be read one at a time: it is read once for it.
    private static (Notatie Notatie, int Aantal) Overzie(CsvBestand csv)
    {
        var (notaties, aantal) = (new Notaties(), 0);
        foreach (var rij in csv.Rijen)
        {
            aantal++;
            notaties.Zie(rij["Bedragverleend"]);
            notaties.Zie(rij["Bedragaangevraagd"]);
            notaties.Zie(rij["Bedragvastgesteld"]);
        }
        return (notaties.Notatie, aantal);
    }
}

using System.Text.Json;
using Portal.Data.Bekendmakingen.Koop;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Bekendmakingen;

/// <summary>
/// Loads official announcements as KOOP gives them: an answer of its SRU service (XML or JSON), a file that
/// <see cref="KoopSync"/> kept, or the monthly JSON of a collector. A file is never all there is, so what it does not
/// hold stays, unless it says for which days it is whole.
/// </summary>
public static class KoopImport
{
    public const string Code = "officiele-bekendmakingen";
    public const string Ritme = "dag";
    public const string Titel = "Officiële bekendmakingen";
    public const string Eigenaar = "De gemeente, via KOOP";
    public const string Licentie = "CC0 1.0";
    public const string LicentieUrl = "https://creativecommons.org/publicdomain/zero/1.0/deed.nl";

    public static readonly Importsoort Soort = new(
        "koop",
        "Officiële bekendmakingen van KOOP: een bewaard antwoord van de SRU-dienst (XML of JSON), of een "
            + "maandbestand (JSON).",
        [new("gemeente", "Alleen berichten van deze gemeente. Anders de gemeente van dit portaal.")],
        (p, pad, k, ct) => LaadAsync(p, pad, k.Tekst("gemeente"), ct)
    );

    private static readonly Dataset Dataset = new(
        Code,
        Titel,
        BekendmakingOnderwerp.Code,
        BekendmakingOnderwerp.Register.Uitleg,
        Eigenaar,
        "Officiële bekendmakingen (KOOP, overheid.nl)",
        Licentie,
        LicentieUrl,
        Ritme: Ritme
    );

    /// <param name="gemeente">Whose announcements; null: of the municipality of the portal.</param>
    public static async Task<ImportRapport> LaadAsync(
        Publicatie publicatie,
        string pad,
        string? gemeente,
        CancellationToken ct
    )
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var bestand = await LeesAsync(levering, ct);
        if (bestand.Diagnose is { } diagnose)
        {
            throw new ImportFout(
                $"{levering.Naam} is een antwoord waarin KOOP een fout meldt: {diagnose}. Er is niets veranderd."
            );
        }
        return await publicatie.LaadAsync(
            Dataset,
            levering,
            lading => LaadRijenAsync(publicatie, lading, bestand, gemeente, ct),
            ct
        );
    }

    private static async Task<KoopBestand> LeesAsync(Levering levering, CancellationToken ct)
    {
        try
        {
            await using var stroom = File.OpenRead(levering.Pad);
            return await KoopBestand.LeesAsync(stroom, ct);
        }
        catch (Exception fout) when (fout is ImportFout or JsonException)
        {
            throw new ImportFout(
                $"{levering.Naam} is geen bestand met bekendmakingen van KOOP: een antwoord van de SRU-dienst "
                    + "(XML of JSON) of "
                    + $"een maandbestand (JSON). {Zin.Veilig(fout.Message, 300)} Er is niets veranderd."
            );
        }
    }

    private static async Task LaadRijenAsync(
        Publicatie publicatie,
        Lading lading,
        KoopBestand bestand,
        string? gemeente,
        CancellationToken ct
    )
    {
        await RegisterImport.EisGeenConceptAsync(lading, ct);
        var van = gemeente ?? await KoopSql.GemeenteAsync(lading.Db, lading.Transactie, ct);
        var stad = await KoopSql.StadcodeAsync(lading, ct);
        var register = BekendmakingOnderwerp.Register;
        var oordelen = await Oordelen.Oordelen.LeesAsync(lading.Db, lading.Transactie, publicatie.Archief);
        var lezer = new RegisterLezer(register.Kolommen, "id", "titel", oordelen, lading.Rapport);
        var rijen = lezer.Lees(KoopRijen.Van(lading.Levering.Naam, bestand, van, stad));
        await RegisterTabel.LaadAsync(
            lading,
            register.Tabel,
            register.Kolommen,
            rijen,
            aanvulling: true,
            ct,
            await PeriodeAsync(lading, bestand, ct)
        );
        KoopRijen.Meld(lading.Rapport, bestand, van, lezer.Gemaskeerd);
    }

    // A source that is suddenly empty is a fault of the source: then what is known of those days stays.
    private static async Task<Periode?> PeriodeAsync(Lading lading, KoopBestand bestand, CancellationToken ct)
    {
        if (bestand.Geheel is not var (van, tot))
        {
            return null;
        }
        var bekend = await KoopSql.AantalAsync(lading, van, tot, ct);
        if (bekend - bestand.Records.Count <= Math.Max(5, bekend / 5))
        {
            return new("publicatiedatum", van, tot);
        }
        lading.Rapport.Meldingen.Add(
            $"Van {van:d-M-yyyy} tot en met {tot:d-M-yyyy} waren {bekend} berichten bekend en zijn er nu "
                + $"{bestand.Records.Count}. "
                + "Dat lijkt een storing bij de bron: wat bekend was, blijft staan."
        );
        return null;
    }
}

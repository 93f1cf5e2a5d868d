using System.Text.RegularExpressions;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>Which way to react the law gives in a phase, and what to say where it gives none.</summary>
internal static partial class Reacties
{
    private const RegexOptions Zo =
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Awb 8:3 and 7:1
    private const string AlgemeneRegel = "Dit is een algemene regel: daar kunt u geen bezwaar tegen maken.";

    public static (Reactiesoort Soort, string? Zin) Van(KoopRecord record, Bekendmakingsoort soort) =>
        soort.Fase switch
        {
            Fase.Ontwerp => (Reactiesoort.Zienswijze, null),
            Fase.Aanvraag => (
                Reactiesoort.Geen,
                "Dit is een aanvraag: er is nog niets besloten waar u bezwaar tegen kunt maken."
            ),
            Fase.Melding => (Reactiesoort.Geen, "Dit is een melding: de gemeente hoeft er geen besluit over te nemen."),
            Fase.Verlenging => (
                Reactiesoort.Geen,
                "De gemeente neemt meer tijd om te besluiten; daar kunt u geen bezwaar tegen maken." // Awb 6:3
            ),
            Fase.Rectificatie => (
                Reactiesoort.Geen,
                "Dit is een verbetering; of er een nieuwe termijn loopt, staat in de bekendmaking zelf."
            ),
            Fase.Overig => (
                Reactiesoort.Geen,
                "Uit de titel blijkt niet of er iets besloten is; lees de bekendmaking."
            ),
            Fase.Ingetrokken => Ingetrokken(record.Titel, soort.Soort),
            _ => Besluit(record, soort.Soort),
        };

    /// <summary>The way that the text itself names; null when it names none.</summary>
    public static Reactiesoort? InTekst(KoopRecord record)
    {
        var tekst = $"{record.Titel} {record.Samenvatting}";
        return Zienswijze().IsMatch(tekst) ? Reactiesoort.Zienswijze
            : Bezwaar().IsMatch(tekst) ? Reactiesoort.Bezwaar
            : Beroep().IsMatch(tekst) ? Reactiesoort.Beroep
            : null;
    }

    private static (Reactiesoort, string?) Besluit(KoopRecord record, string rubriek)
    {
        if (Regel().IsMatch(rubriek))
        {
            return (Reactiesoort.Geen, AlgemeneRegel);
        }
        if (Uitgebreid().IsMatch(record.Titel) || (InTekst(record) == Reactiesoort.Beroep))
        {
            return (Reactiesoort.Beroep, null);
        }
        return rubriek.Contains("algemene strekking", StringComparison.Ordinal)
            ? (Reactiesoort.Bezwaar, "Of bezwaar tegen dit besluit kan, staat in de bekendmaking.")
            : (Reactiesoort.Bezwaar, null);
    }

    private static (Reactiesoort, string?) Ingetrokken(string titel, string rubriek)
    {
        if (AanvraagWeg().IsMatch(titel))
        {
            return (Reactiesoort.Geen, "De aanvraag is ingetrokken: er wordt niets over besloten.");
        }
        if (Regel().IsMatch(rubriek))
        {
            return (Reactiesoort.Geen, AlgemeneRegel);
        }
        return Intrekkingsbesluit().IsMatch(titel)
            ? (Reactiesoort.Bezwaar, null)
            : (
                Reactiesoort.Geen,
                "Uit de titel blijkt niet of een aanvraag of een vergunning is ingetrokken; lees de bekendmaking."
            );
    }

    [GeneratedRegex("verordening|voorschrift|beleidsregel", Zo)]
    private static partial Regex Regel();

    [GeneratedRegex(@"\buitgebreide\s+(voorbereidings)?procedure\b", Zo)]
    private static partial Regex Uitgebreid();

    [GeneratedRegex(@"\baanvra(ag|gen)\b|\bontwerp", Zo)]
    private static partial Regex AanvraagWeg();

    [GeneratedRegex(@"\b\w*besluit\b|\bintrekking\b|\bverleende\b|\bbeschikking\b", Zo)]
    private static partial Regex Intrekkingsbesluit();

    [GeneratedRegex(@"\bzienswijzen?\b", Zo)]
    private static partial Regex Zienswijze();

    [GeneratedRegex(@"\bbezwaar|\bbezwaren\b", Zo)]
    private static partial Regex Bezwaar();

    [GeneratedRegex(@"\bberoep(schrift)?\b", Zo)]
    private static partial Regex Beroep();
}

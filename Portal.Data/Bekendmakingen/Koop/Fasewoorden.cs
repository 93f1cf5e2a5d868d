using System.Text.RegularExpressions;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>
/// The phase by the words of a title. An outcome is never guessed: where two are named, or one under a condition, it is
/// <see cref="Fase.Besluit"/>; where nothing is recognised it is <see cref="Fase.Overig"/>.
/// </summary>
internal static partial class Fasewoorden
{
    private const RegexOptions Zo =
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>What stands before the word that counts: "Kennisgeving van de ontvangst van een aanvraag".</summary>
    private const string Aanloop =
        @"^(?:(?:bekendmaking|kennisgeving|mededeling|publicatie|ontvangst|ontvangen|ingekomen|ingediende?|nieuwe|"
        + @"gemeente|apv|van|een|de)[\s:–-]+)*";

    private const string Beslis = "beslis|beslissings|behandel|behandelings|afhandelings";

    public static Fase Van(string titel, string rubriek)
    {
        if (Rectificatie().IsMatch(titel))
        {
            return Fase.Rectificatie;
        }
        if (Ontwerp().IsMatch(titel))
        {
            return OntwerpWeg().IsMatch(titel) ? Fase.Ingetrokken : Fase.Ontwerp;
        }
        if (Beslistermijn().IsMatch(titel))
        {
            return Fase.Verlenging;
        }
        if (Voornemen().IsMatch(titel))
        {
            return Fase.Overig;
        }
        if (BuitenBehandeling().IsMatch(titel))
        {
            return Fase.Besluit;
        }
        return Uitkomst(titel, individueel: !VoorIedereen().IsMatch(rubriek))
            ?? Begin(titel, rubriek)
            ?? Zonder(rubriek);
    }

    // Of a rule or a measure for everybody "verlening" in the title is not an outcome.
    private static Fase? Uitkomst(string titel, bool individueel)
    {
        if (Voorbehoud().IsMatch(titel))
        {
            return Fase.Besluit;
        }
        var gevraagd = Aanvraag().IsMatch(titel); // then "is verleend" tells an outcome, "verleende" does not
        var weg = (gevraagd ? IsIngetrokken() : Ingetrokken()).IsMatch(titel);
        var verleend = individueel && (gevraagd || weg ? IsVerleend() : Verleend()).IsMatch(titel);
        var geweigerd = individueel && (gevraagd ? IsGeweigerd() : Geweigerd()).IsMatch(titel);
        return (weg, verleend, geweigerd) switch
        {
            (false, false, false) => null,
            (true, false, false) => Fase.Ingetrokken,
            (false, true, false) => Fase.Verleend,
            (false, false, true) => Fase.Geweigerd,
            _ => Fase.Besluit,
        };
    }

    private static Fase Zonder(string rubriek) =>
        rubriek.EndsWith("melding", StringComparison.OrdinalIgnoreCase) ? Fase.Melding
        : Regels().IsMatch(rubriek) ? Fase.Besluit
        : Fase.Overig;

    private static Fase? Begin(string titel, string rubriek)
    {
        if (Verlengd().IsMatch(titel))
        {
            // Under the Omgevingswet it is the time to decide that is extended; elsewhere it may be the permit.
            return rubriek.Contains("omgevingsvergunning", StringComparison.OrdinalIgnoreCase)
                ? Fase.Verlenging
                : Fase.Besluit;
        }
        return Aanvraag().IsMatch(titel) ? Fase.Aanvraag
            : Melding().IsMatch(titel) ? Fase.Melding
            : Besluit().IsMatch(titel) ? Fase.Besluit
            : OntvangenAanvraag().IsMatch(titel) ? Fase.Aanvraag
            : null;
    }

    [GeneratedRegex(@"\b(rectificatie|gerectificeerd|erratum)\b", Zo)]
    private static partial Regex Rectificatie();

    // "Voorlopig ontwerp Marnixplein" is a drawing; "ontwerpers" are people.
    [GeneratedRegex(
        Aanloop
            + @"(?:terinzagelegging\s)?ontwerp\b|\bontwerp[\s-]?(besluit|beschikking|omgevings|vergunning|bestemmings|"
            + "wijzig|verkeersbesluit|projectbesluit|verklaring|verordening|uitwerkings|inpassings|weigering|"
            + "watervergunning|monument)",
        Zo
    )]
    private static partial Regex Ontwerp();

    [GeneratedRegex(@"\b(intrekking|ingetrokken)[\s:]+(van\s)?(het\s|de\s)?ontwerp", Zo)]
    private static partial Regex OntwerpWeg();

    [GeneratedRegex(
        @"(verleng|verda)\w*[\s:()-]+(van\s|de\s|wettelijke\s)*("
            + Beslis
            + @")?termijn\b|\b("
            + Beslis
            + ")"
            + @"termijn\b.*(verleng|verda)|\b(verdagen|verdaging|verdagingsbesluit|verdaagd)\b",
        Zo
    )]
    private static partial Regex Beslistermijn();

    [GeneratedRegex(@"\b(voornemen|voorgenomen|voorontwerp)\b", Zo)]
    private static partial Regex Voornemen();

    [GeneratedRegex(@"\bbuiten[\s-]?behandeling|\bniet[\s-](in[\s-]behandeling|ontvankelijk)", Zo)]
    private static partial Regex BuitenBehandeling();

    [GeneratedRegex(@"\b(ingetrokken|intrekking|intrekkingsbesluit)\b|\bbesluit\s+(tot\s+)?(het\s+)?intrekken\b", Zo)]
    private static partial Regex Ingetrokken();

    [GeneratedRegex(@"\bingetrokken\b", Zo)]
    private static partial Regex IsIngetrokken();

    [GeneratedRegex(@"\b(verleende?|verlening|vergunningverlening|vergunde?)\b", Zo)]
    private static partial Regex Verleend();

    // Without its -e: of "intrekking verleende vergunning" the permit that was granted is the one that goes.
    [GeneratedRegex(@"\b(verleend|vergund)\b", Zo)]
    private static partial Regex IsVerleend();

    [GeneratedRegex(@"\b(geweigerde?|weigering|weigeringsbesluit|afgewezen|afwijzing)\b", Zo)]
    private static partial Regex Geweigerd();

    [GeneratedRegex(@"\b(geweigerd|afgewezen)\b", Zo)]
    private static partial Regex IsGeweigerd();

    // An outcome in part, turned round, or of another decision. "Gedeeltelijk slopen" is the work itself.
    [GeneratedRegex(
        @"\b(gedeeltelijke?|deels|niet)\s+(verle|vergund|gewei|weiger|afgewezen|toegewezen|ingetrokken|intrekking)"
            + @"|\b(verleend|geweigerd|ingetrokken)\W+(gedeeltelijk|deels)\b|\bop bezwaar\b"
            + @"|^(besluit\s+)?(tot\s+)?(wijziging|gewijzigde?)\s+(van\s+)?(de\s+|een\s+)?(verleende|\w*vergunning)",
        Zo
    )]
    private static partial Regex Voorbehoud();

    [GeneratedRegex(Aanloop + @"\(?verleng(ing|d|en)\b", Zo)]
    private static partial Regex Verlengd();

    [GeneratedRegex(Aanloop + @"(\w*aanvra(ag|gen)|aangevraagde?|verzoek)\b", Zo)]
    private static partial Regex Aanvraag();

    [GeneratedRegex(Aanloop + @"(\w*melding|\w*meldingen)\b", Zo)]
    private static partial Regex Melding();

    [GeneratedRegex(
        @"\b(\w*besluit|\w*besluiten|\w*beschikking|beschikkingen|vastgestelde?|vaststelling|aanwijzing)\b",
        Zo
    )]
    private static partial Regex Besluit();

    [GeneratedRegex(@"\b(aanvraag|aangevraagd)\b", Zo)]
    private static partial Regex OntvangenAanvraag();

    private const string Regel = "verordening|voorschrift|beleidsregel|algemene strekking|mandaat|delegatie";

    [GeneratedRegex(Regel, Zo)]
    private static partial Regex Regels();

    [GeneratedRegex(Regel + "|verkeersbesluit|bestemmingsplan|omgevingsplan", Zo)]
    private static partial Regex VoorIedereen();
}

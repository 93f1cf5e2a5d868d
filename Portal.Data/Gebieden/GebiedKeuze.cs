using System.Globalization;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>Which rows of a delivery of areas can be loaded; of the others the report says why not.</summary>
internal static class GebiedKeuze
{
    public static List<GebiedRij> Geldig(List<GebiedRij> rijen, ImportRapport rapport)
    {
        var vandaag = Klok.Systeem.Vandaag;
        var geldig = rijen.Where(r => r.GeldigTot is null || r.GeldigTot > vandaag).ToList();
        if (geldig.Count < rijen.Count)
        {
            rapport.Meldingen.Add(
                $"{rijen.Count - geldig.Count} gebieden overgeslagen die niet meer geldig zijn "
                    + "(eindGeldigheid is voorbij)."
            );
        }
        return geldig;
    }

    /// <exception cref="AfgekeurdeLevering">There is more than a portal of one municipality can show.</exception>
    public static List<GebiedRij> Goede(List<GebiedRij> rijen, string soort, string stad, ImportRapport rapport)
    {
        if (rijen.Count > GebiedGrenzen.Gebieden)
        {
            throw new AfgekeurdeLevering(rapport, TeVeel(rapport, rijen.Count, "gebieden", GebiedGrenzen.Gebieden));
        }
        var codes = new Dictionary<string, GebiedRij>(StringComparer.OrdinalIgnoreCase);
        var (goede, punten) = (new List<GebiedRij>(), 0L);
        foreach (var rij in rijen)
        {
            punten += GebiedGrenzen.Tel(rij.Geometrie);
            if (Fout(rij, stad, codes) is var (kolom, waarde, reden))
            {
                rapport.Wijs(rij.Rij, kolom, waarde, reden);
                continue;
            }
            codes[rij.Code!] = rij;
            Meld(rij, soort, rapport);
            goede.Add(rij);
        }
        return punten <= GebiedGrenzen.PuntenSamen
            ? goede
            : throw new AfgekeurdeLevering(rapport, TeVeel(rapport, punten, "punten", GebiedGrenzen.PuntenSamen));
    }

    private static (string Kolom, string? Waarde, string Reden)? Fout(
        GebiedRij rij,
        string stad,
        Dictionary<string, GebiedRij> codes
    ) =>
        rij.Kapot is { } kapot ? ("", null, kapot)
        : rij.Code is null ? ("code", null, "het gebied heeft geen code; zonder code is het niet te herkennen")
        : rij.Code == stad ? ("code", rij.Code, "dit is de code van de gemeente zelf")
        : TeLang(rij) is { } lang ? lang
        : rij.Onleesbaar.FirstOrDefault(o => o.Kolom == "eindGeldigheid") is { } einde
            ? (einde.Kolom, einde.Waarde, $"{einde.Reden}. Of gebied {rij.Code} nog bestaat is dan niet bekend")
        : rij.Geometrie is null ? ("geometrie", null, $"gebied {rij.Code} heeft geen geometrie")
        : TeVeelPunten(rij) is { } punten ? punten
        : codes.TryGetValue(rij.Code, out var eerder)
            ? (
                "code",
                rij.Code,
                eerder.Code == rij.Code
                    ? $"deze code stond al eerder in het bestand, in rij {eerder.Rij}"
                    : $"deze code verschilt alleen in hoofdletters van {eerder.Code} in rij {eerder.Rij}"
            )
        : null;

    public static (string Kolom, string? Waarde, string Reden)? TeLang(GebiedRij rij) =>
        TeLang("code", rij.Code, GebiedGrenzen.Code)
        ?? TeLang("naam", rij.Naam, GebiedGrenzen.Naam)
        ?? TeLang("identificatie", rij.Identificatie, GebiedGrenzen.Code)
        ?? TeLang("cbsCode", rij.CbsCode, GebiedGrenzen.Code)
        ?? TeLang("ligt in", rij.Ouder, GebiedGrenzen.Code)
        ?? TeLang("ligt in gebied", rij.Ggw, GebiedGrenzen.Code);

    public static (string Kolom, string? Waarde, string Reden)? TeVeelPunten(GebiedRij rij) =>
        GebiedGrenzen.Tel(rij.Geometrie) is > GebiedGrenzen.Punten and var punten
            ? (
                "geometrie",
                null,
                Nederlands(
                    $"gebied {rij.Code} heeft {punten:N0} punten; meer dan {GebiedGrenzen.Punten:N0} kan niet. Vereenvoudig de grens"
                )
            )
            : null;

    public static (string Kolom, string? Waarde, string Reden)? TeLang(string kolom, string? tekst, int hoogste) =>
        tekst is null ? null
        : tekst.Contains('\0', StringComparison.Ordinal) ? (kolom, Kort(tekst), "hierin staat een leeg teken (NUL)")
        : tekst.Length > hoogste ? (kolom, Kort(tekst), $"dit zijn {tekst.Length} tekens; meer dan {hoogste} kan niet")
        : null;

    private static void Meld(GebiedRij rij, string soort, ImportRapport rapport)
    {
        if (rij.Naam is null)
        {
            rapport.Meldingen.Add(
                $"Rij {rij.Rij}: {soort} {rij.Code} heeft geen naam; op de site heet het "
                    + $"\"{char.ToUpperInvariant(soort[0])}{soort[1..]} {rij.Code}\"."
            );
        }
        rapport.Meldingen.AddRange(
            rij.Onleesbaar.Select(o =>
                $"Rij {rij.Rij}, kolom {o.Kolom}: {o.Reden} (er staat: {Kort(o.Waarde)}); "
                + $"van gebied {rij.Code} blijft het onbekend."
            )
        );
    }

    private static string Kort(string tekst) => (tekst.Length > 40 ? $"{tekst[..40]}…" : tekst).Replace('\0', '\uFFFD');

    private static string TeVeel(ImportRapport rapport, long aantal, string wat, int hoogste) =>
        Nederlands(
            $"{rapport.Bestand} heeft {aantal:N0} {wat} van deze gemeente; meer dan {hoogste:N0} kan dit portaal niet laden. Er is niets veranderd."
        );

    private static string Nederlands(FormattableString tekst) => tekst.ToString(CultureInfo.GetCultureInfo("nl-NL"));
}

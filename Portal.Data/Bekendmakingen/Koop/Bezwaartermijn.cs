namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>What a resident can do against it.</summary>
public enum Reactiesoort
{
    /// <summary>No date; <see cref="Bezwaartermijn.Uitleg"/> says why.</summary>
    Geen,

    /// <summary>Against a decision, with the municipality.</summary>
    Bezwaar,

    /// <summary>Against a decision after an extended procedure, with the court (Awb 7:1 lid 1 onder d).</summary>
    Beroep,

    /// <summary>An opinion on what is not decided yet.</summary>
    Zienswijze,
}

/// <summary>How the last day is known.</summary>
public enum Termijnbron
{
    /// <summary>The municipality registered it (datumEindeReactietermijn).</summary>
    Register,

    /// <summary>It is in the text, or follows from a date there.</summary>
    Tekst,

    /// <summary>Six weeks from the publication.</summary>
    Geschat,
}

/// <summary>Until when one can react, and how we know.</summary>
/// <param name="TotEnMet">The last day itself.</param>
/// <param name="Uitleg">One Dutch sentence for the resident.</param>
public sealed record Bezwaartermijn(Reactiesoort Soort, DateOnly? TotEnMet, Termijnbron? Bron, string Uitleg)
{
    private const int Weken = 6; // Awb 6:7 and 3:16

    /// <summary>The code of the source, as it is stored; null when there is no date.</summary>
    public string? Broncode => Bron?.ToString().ToLowerInvariant();

    public string Soortcode => Soort.ToString().ToLowerInvariant();

    public static Bezwaartermijn Van(KoopRecord record, Bekendmakingsoort soort)
    {
        var (reactie, twijfel) = Reacties.Van(record, soort);
        if (reactie != Reactiesoort.Geen && Register(record, reactie) is { } register)
        {
            return register;
        }
        if (reactie == Reactiesoort.Geen)
        {
            // What the law does not give by itself, the municipality may offer.
            var aangeboden = soort.Fase == Fase.Aanvraag ? Reactiesoort.Zienswijze : Reactiesoort.Bezwaar;
            return soort.Fase is Fase.Aanvraag or Fase.Rectificatie or Fase.Overig or Fase.Ingetrokken
                ? Register(record, Reacties.InTekst(record) ?? aangeboden) ?? Zonder(twijfel!)
                : Zonder(twijfel!);
        }
        var gevonden = Termijntekst.Zoek(
            $"{record.Titel}. {record.Samenvatting}".ToLowerInvariant(),
            record.Beschikbaar
        );
        return gevonden is null
            ? new(
                reactie,
                Einde(record.Beschikbaar, Weken),
                Termijnbron.Geschat,
                $"{Schatting(reactie)} {twijfel}".Trim()
            )
            : UitTekst(gevonden, reactie);
    }

    /// <summary>
    /// The last day of a term that starts the day after <paramref name="bekend"/> (Awb 6:8 lid 1), moved past the
    /// weekend and the holidays (Algemene termijnenwet, art. 1).
    /// </summary>
    public static DateOnly Einde(DateOnly bekend, int weken = Weken) =>
        Feestdagen.EersteDagDieTelt(bekend.AddDays(7 * weken));

    private static Bezwaartermijn? Register(KoopRecord record, Reactiesoort reactie) =>
        record.EindeReactie is { } einde && einde >= record.Beschikbaar
            ? new(reactie, einde, Termijnbron.Register, "De gemeente heeft deze laatste dag zelf opgegeven.")
            : null;

    private static Bezwaartermijn UitTekst(Termijnvondst vondst, Reactiesoort reactie)
    {
        // A draft lies open from its first day on, which counts (Awb 3:16 lid 2); a decision is sent the day before.
        var weken = reactie == Reactiesoort.Zienswijze ? vondst.Weken ?? Weken : Weken; // Awb 6:7 leaves no choice
        var dag = vondst.LaatsteDag ?? Einde(vondst.Begin!.Value.AddDays(-1), weken);
        var uitleg = vondst.LaatsteDag is null
            ? $"Geteld vanaf {Dagnaam(vondst.Begin!.Value)}, de eerste dag van de termijn volgens de bekendmaking."
            : "De laatste dag staat in de bekendmaking.";
        return new(reactie, dag, Termijnbron.Tekst, uitleg);
    }

    private static string Schatting(Reactiesoort reactie) =>
        reactie == Reactiesoort.Zienswijze
            ? "Geschat: zes weken na de bekendmaking; in de bekendmaking staat tot wanneer het ontwerp ter inzage ligt."
            : "Geschat: zes weken na de bekendmaking; is het besluit eerder verzonden, dan eindigt de termijn eerder.";

    private static Bezwaartermijn Zonder(string waarom) => new(Reactiesoort.Geen, null, null, waarom);

    private static string Dagnaam(DateOnly dag) =>
        dag.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("nl-NL"));
}

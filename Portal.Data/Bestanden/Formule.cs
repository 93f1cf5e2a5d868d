namespace Portal.Data.Bestanden;

/// <summary>
/// A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection). In SQL the
/// same rule
/// is csv_tekst (migration 0013).
/// </summary>
public static class Formule
{
    public static bool Is(string tekst) => tekst.Length > 0 && tekst[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    public static string Vrij(string tekst) => Is(tekst) ? "'" + tekst : tekst;

    /// <summary>The text as it was before <see cref="Vrij"/>.</summary>
    public static string Terug(string tekst) => tekst.StartsWith('\'') && Is(tekst[1..]) ? tekst[1..] : tekst;
}

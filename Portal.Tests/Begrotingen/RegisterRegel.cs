using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Portal.Tests.Begrotingen;

/// <summary>A row of a register of subsidies, read here without any code of the portal.</summary>
internal sealed partial record RegisterRegel(
    string Dossier,
    int Jaar,
    string Aanvrager,
    string Onderdeel,
    string Project,
    string Regeling,
    decimal? Aangevraagd,
    decimal? Verleend,
    decimal? Vastgesteld
)
{
    public static List<RegisterRegel> Lees(string pad)
    {
        using var csv = new CsvReader(new StreamReader(pad), CultureInfo.InvariantCulture);
        return
        [
            .. csv.GetRecords<dynamic>()
                .Select(r => new RegisterRegel(
                    r.Dossiernummer,
                    Getal(((string)r.Dossiernummer)[..4]),
                    r.Aanvrager,
                    r.Organisatieonderdeel,
                    r.Projectnaam,
                    r.Regelingnaam,
                    Bedrag(r.Bedragaangevraagd),
                    Bedrag(r.Bedragverleend),
                    Bedrag(r.Bedragvastgesteld)
                )),
        ];
    }

    /// <summary>The years that stand alone in the title, where nothing speaks of more years than that.</summary>
    public (int Van, int Tot)? JarenInTitel
    {
        get
        {
            if ((Regeling + Project).Contains("meerjar", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
            if (
                Reeks().Match(Project) is { Success: true } m
                && (Getal(m.Groups[1].Value), Getal(m.Groups[2].Value)) is var (van, tot)
                && van < tot
                && tot - van <= 12
                && tot >= Jaar - 3
                && van <= Jaar + 3
            )
            {
                return (van, tot);
            }
            return
                Los().Match(Project) is { Success: true } l
                && Getal(l.Groups[1].Value) is var jaar
                && Math.Abs(jaar - Jaar) <= 3
                ? (jaar, jaar)
                : null;
        }
    }

    private static int Getal(string cijfers) => int.Parse(cijfers, CultureInfo.InvariantCulture);

    private static decimal? Bedrag(string tekst) =>
        tekst.Length == 0 ? null : decimal.Parse(tekst, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\D*?(?<![\w.,/-])(20\d\d)\s?[-–]\s?(20\d\d)(?!\w)\D*$")]
    private static partial Regex Reeks();

    [GeneratedRegex(@"^\D*?(?<![\w./€-])(20\d\d)(?![\w%])\D*$")]
    private static partial Regex Los();
}

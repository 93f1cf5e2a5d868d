using System.Text.RegularExpressions;
using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Iv3;

/// <summary>
/// The headings of Iv3: their codes, their names, and one plain sentence about each (<see cref="Uitleg"/>).
/// </summary>
public static partial class TaakveldLijst
{
    /// <summary>
    /// Mutaties reserves and the result of the year close the books: money moved from one year to another, spent on
    /// nothing
    /// and by nobody. They are loaded, shown apart, and part of no total of spending (docs/decisions/0010-iv3.md).
    /// </summary>
    public static readonly string[] Buiten = ["0.10", "0.11"];

    /// <summary>The same for a <c>where</c>, in SQL.</summary>
    internal const string BuitenSql = "('0.10', '0.11')";

    /// <summary>Stands for all taakvelden that are spending, where a taakveld or subject can stand.</summary>
    public const string Alles = "alles";

    public static readonly IReadOnlyDictionary<string, string> Hoofd = new Dictionary<string, string>
    {
        ["0"] = "Bestuur en ondersteuning",
        ["1"] = "Veiligheid",
        ["2"] = "Verkeer, vervoer en waterstaat",
        ["3"] = "Economie",
        ["4"] = "Onderwijs",
        ["5"] = "Sport, cultuur en recreatie",
        ["6"] = "Sociaal domein",
        ["7"] = "Volksgezondheid en milieu",
        ["8"] = "Wonen en ruimte",
    };

    /// <summary>A subject, or all of them: several taakvelden together.</summary>
    public static bool IsSamen(string? code) => code is not null && (code == Alles || Hoofd.ContainsKey(code));

    /// <summary>
    /// "6.71a Huishoudelijke hulp" to its code and its name; nulls when it does not begin with the code of one
    /// taakveld.
    /// </summary>
    public static (string? Code, string? Naam) Splits(string? tekst)
    {
        var deel = tekst is null ? Match.Empty : CodeEnNaam().Match(tekst);
        if (!deel.Success)
        {
            return (null, null);
        }
        var (code, naam) = (deel.Groups["code"].Value, deel.Groups["naam"].Value.Trim());
        // CBS cuts names at 35 letters in its table.
        return (
            code,
            naam.EndsWith("..", StringComparison.Ordinal)
            && Namen.GetValueOrDefault(code) is { } lang
            && lang.StartsWith(naam.TrimEnd('.', ' '), StringComparison.Ordinal)
                ? lang
                : naam
        );
    }

    internal static async Task BewaarAsync(
        Lading lading,
        short jaar,
        IEnumerable<(string Code, string Naam, string Hoofd, string HoofdNaam)> taakvelden,
        bool overschrijf
    ) =>
        await lading.Db.ExecuteAsync(
            $"""
            insert into iv3_taakveld (jaar, code, naam, hoofd_code, hoofd_naam)
            values (@jaar, @Code, @Naam, @Hoofd, @HoofdNaam)
            on conflict (jaar, code) do {(
                overschrijf
                    ? "update set naam = excluded.naam, hoofd_code = excluded.hoofd_code, "
 + "hoofd_naam = excluded.hoofd_naam"
                    : "nothing"
            )}
            """,
            taakvelden
                .Select(t => new
                {
                    jaar,
                    t.Code,
                    t.Naam,
                    t.Hoofd,
                    t.HoofdNaam,
                })
                .ToList(),
            lading.Transactie
        );

    [GeneratedRegex(@"^(?<code>[0-8]\.\d{1,3}[a-d]?)(?:\s+(?<naam>.*))?$")]
    private static partial Regex CodeEnNaam();
}

using System.Reflection;
using System.Text.RegularExpressions;
using Portal.Data;
using Portal.Data.Bestanden;
using Portal.Data.Oordelen;
using Xunit;

namespace Portal.Tests.Bestanden;

/// <summary>No text of a stranger keeps a processor busy.</summary>
public sealed class PatronenTests
{
    private const int Cel = 20_000; // the longest text that a cell may hold

    private static IEnumerable<(string Naam, Regex Patroon)> Alle =>
        new[] { typeof(Patronen).Assembly, typeof(Portal.Web.Adressen).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t =>
                !t.IsGenericTypeDefinition && t.Namespace?.StartsWith("Portal", StringComparison.Ordinal) == true
            )
            .SelectMany(t =>
                t.GetMethods(
                        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                    )
                    .Where(m => m.ReturnType == typeof(Regex) && m.GetParameters().Length == 0)
                    .Select(m => ($"{t.Name}.{m.Name}", (Regex)m.Invoke(null, null)!))
                    .Concat(
                        t.GetFields(
                                BindingFlags.Static
                                    | BindingFlags.Public
                                    | BindingFlags.NonPublic
                                    | BindingFlags.DeclaredOnly
                            )
                            .Where(f => f.FieldType == typeof(Regex))
                            .Select(f => ($"{t.Name}.{f.Name}", (Regex)f.GetValue(null)!))
                    )
            );

    private static IEnumerable<string> Vijandig()
    {
        var stukken = new[]
        {
            " ",
            "a",
            "A",
            "1",
            "1 ",
            "a ",
            "A.",
            "1-",
            "-",
            ".",
            ",",
            "1,",
            "1.",
            "1.1",
            "@",
            "a@",
            "a.a",
            "a@a.",
            "(",
            "1/",
            "20",
            "2020-",
            "2020 ",
            "NL11 AAAA ",
            "AB12 CD34 ",
            "06",
            "0612345678",
            "a-",
            "a'",
            "h.o.d.n",
            "t.a.v ",
            "b.v",
            "noord ",
            "20\u2013",
            "\n",
            "\u00a0",
            "é",
            "Ã",
            "\u0301",
            "\ud83d\ude00",
        };
        return stukken.SelectMany(s =>
        {
            var lang = string.Concat(Enumerable.Repeat(s, Cel / s.Length));
            return new[] { lang, lang + "x", "1" + lang + "!", "van " + lang + " oost" };
        });
    }

    [Fact]
    public void Every_pattern_stops_by_itself()
    {
        var alle = Alle.ToList();

        Assert.True(alle.Count > 45, $"{alle.Count}");
        Assert.All(
            alle,
            p =>
                Assert.True(
                    p.Patroon.Options.HasFlag(RegexOptions.NonBacktracking)
                        || p.Patroon.MatchTimeout <= Patronen.Langst,
                    p.Naam
                )
        );
    }

    [Fact]
    public void No_cell_is_too_much_for_a_pattern()
    {
        var teksten = Vijandig().ToList();
        var traag = new List<string>();
        foreach (var (naam, patroon) in Alle)
        {
            foreach (var tekst in teksten)
            {
                try
                {
                    _ = patroon.Count(tekst);
                }
                catch (RegexMatchTimeoutException)
                {
                    traag.Add($"{naam}: {tekst[..12]}");
                }
            }
        }
        Assert.Empty(traag);
    }

    [Fact]
    public void Readers_of_amounts_and_names_take_such_texts_too()
    {
        foreach (var tekst in Vijandig())
        {
            Assert.Null(Bedrag.Lees(tekst).Waarde);
            _ = Bedrag.Herken([tekst]);
            _ = Privacy.Vind(tekst);
            _ = Beoordelaar.Standaard.Titel(tekst);
        }
        Assert.NotNull(Bedrag.Lees("1" + new string(' ', 800) + "x").Reden);
    }
}

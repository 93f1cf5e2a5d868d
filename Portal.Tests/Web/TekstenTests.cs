using System.Text.RegularExpressions;
using Portal.Web;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>What a page says is there in English too, and says the same.</summary>
public sealed partial class TekstenTests
{
    [Fact]
    public void Every_sentence_is_there_in_English_and_no_other_is()
    {
        var nodig = Zinnen.Alle();

        Assert.True(nodig.Count > 900, $"only {nodig.Count} sentences were found in the sources");
        Assert.Empty(nodig.Except(Taal.Engelse.Keys));
        Assert.Empty(Taal.Engelse.Keys.Except(nodig));
    }

    [Fact]
    public void A_sentence_has_the_same_places_for_words_in_both_languages() =>
        Assert.Empty(Taal.Engelse.Where(t => !Plekken(t.Key).SetEquals(Plekken(t.Value))).Select(t => t.Key));

    [Fact]
    public void Spaces_at_the_ends_of_a_part_of_a_sentence_stay() =>
        Assert.Empty(
            Taal.Engelse.Where(t => t.Value.Length > 0)
                .Where(t =>
                    t.Key.StartsWith(' ') != t.Value.StartsWith(' ') || t.Key.EndsWith(' ') != t.Value.EndsWith(' ')
                )
                .Select(t => t.Key)
        );

    [Theory]
    [InlineData("Bij gebied staat 'x'. Kies uit: a, b.", "gebied is 'x'. Choose from: a, b.")]
    [InlineData("Bij van staat 'ja'. Schrijf een datum als 2026-03-31.", "van is 'ja'. Write a date like 2026-03-31.")]
    [InlineData("Vergelijk ten hoogste 4 gebieden.", "Compare at most 4 areas.")]
    [InlineData("Wat niemand nog vertaalde.", null)]
    public void A_reason_is_known_again_by_its_form(string reden, string? engels)
    {
        var taal = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            Assert.Null(Redenen.InHetEngels(reden));
            Taal.Spreek(Taal.Engels);
            Assert.Equal(engels, Redenen.InHetEngels(reden));
        }
        finally
        {
            Taal.Spreek(taal);
        }
    }

    private static HashSet<string> Plekken(string zin) => [.. Plek().Matches(zin).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Plek();
}

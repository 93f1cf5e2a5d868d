using Dapper;
using Portal.Data.Bestanden;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Bestanden;

/// <summary>What a spreadsheet would run as a formula is made harmless by one rule, in C# and in SQL.</summary>
public sealed class FormuleTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private static readonly string[] Teksten =
    [
        "",
        "'",
        "'=1+1",
        "  =1+1",
        "é",
        "€ 5",
        .. Enumerable.Range(1, 255).SelectMany(c => new[] { $"{(char)c}", $"{(char)c}1+1" }),
    ];

    [Fact]
    public async Task The_rule_is_the_same_in_the_database()
    {
        await using var connection = await dorp.Db.OpenConnectionAsync();
        var inDatabase = await connection.QueryAsync<string>(
            "select csv_tekst(t.tekst) from unnest(@Teksten) with ordinality as t(tekst, plek) order by t.plek",
            new { Teksten }
        );

        Assert.Equal(inDatabase, Teksten.Select(Formule.Vrij));
    }

    [Fact]
    public void What_was_put_before_a_formula_comes_off_again() =>
        Assert.All(Teksten.Where(Formule.Is), t => Assert.Equal(t, Formule.Terug(Formule.Vrij(t))));
}

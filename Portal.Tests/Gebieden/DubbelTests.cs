using Portal.Data.Datasets;
using Xunit;

namespace Portal.Tests.Gebieden;

/// <summary>The same place, or the same code, twice.</summary>
public sealed class DubbelTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private static string Buurt(string code, string ring) =>
        Dorp.Feature($$"""{"code":"{{code}}","naam":"Buurt {{code}}"}""", ring);

    private async Task<IEnumerable<(int, string, string)>> AfwijzingenAsync(short indeling, params string[] buurten)
    {
        var rapport = await Dorp.LaadAsync(dorp, Dorp.Verzameling(buurten), $"dubbel-{indeling}.geojson", indeling);
        Assert.Equal(buurten.Length, rapport.Geladen + rapport.Afwijzingen.Count);
        return rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom, a.Reden));
    }

    [Fact]
    public async Task Of_equal_buurten_the_first_stays_and_of_contained_ones_the_larger()
    {
        Assert.Equal(
            [
                (2, "geometrie", "gebied AA02 ligt helemaal in gebied AA01 van rij 1"),
                (4, "geometrie", "gebied AA04 ligt voor 97 % in gebied AA03 van rij 3"),
                (6, "geometrie", "gebied AA06 ligt helemaal in gebied AA07 van rij 7"),
            ],
            await AfwijzingenAsync(
                2031,
                Buurt("AA01", Dorp.Vierkant(121000)),
                Buurt("AA02", Dorp.Vierkant(121000)),
                Buurt("AA03", Dorp.Vierkant(121100)),
                Buurt("AA04", Dorp.Vierkant(121103)),
                Buurt("AA05", Dorp.Vierkant(121300)),
                Buurt("AA06", Dorp.Vierkant(121520, 487020, 20)),
                Buurt("AA07", Dorp.Vierkant(121500))
            )
        );
    }

    [Fact]
    public async Task An_overlap_of_a_part_is_told_and_kept()
    {
        Assert.Empty(
            await AfwijzingenAsync(
                2032,
                Buurt("AA01", Dorp.Vierkant(121000)),
                Buurt("AA02", Dorp.Vierkant(121010)),
                Buurt("AA03", Dorp.Vierkant(121110))
            )
        );
    }

    [Fact]
    public async Task Codes_that_differ_in_case_only_are_one_code()
    {
        Assert.Equal(
            [
                (2, "code", "deze code verschilt alleen in hoofdletters van AA04 in rij 1"),
                (3, "code", "deze code stond al eerder in het bestand, in rij 1"),
            ],
            await AfwijzingenAsync(
                2033,
                Buurt("AA04", Dorp.Vierkant(121000)),
                Buurt("aa04", Dorp.Vierkant(121100)),
                Buurt("AA04", Dorp.Vierkant(121200))
            )
        );
    }

    [Fact]
    public async Task A_code_of_another_kind_is_taken()
    {
        Assert.Equal(
            [
                (
                    2,
                    "code",
                    "zo heet wijk Molenwijk van indeling 2024 al (dataset wijken-2024); geef dit gebied een andere code"
                ),
            ],
            await AfwijzingenAsync(
                2024,
                [
                    Buurt("AA01", Dorp.Vierkant(121000)),
                    Buurt("aa", Dorp.Vierkant(121900)),
                    .. Dorp.Buurten.Skip(1).Select(b => Buurt(b.Code, Dorp.Vierkant(b.X))),
                ]
            )
        );

        var eerst = await AfwijzingenAsync(
            2034,
            Buurt("AA01", Dorp.Vierkant(121000)),
            Buurt("AA", Dorp.Vierkant(121100))
        );
        Assert.Empty(eerst); // nothing was called so yet: the wijk that would be built gives way
        Assert.Equal(
            "buurt",
            await dorp.Db.QuerySingleAsync<string>(
                "select soort from gebied_gepubliceerd where indeling = 2034 and code = 'AA'"
            )
        );
    }
}

using System.Globalization;
using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>
/// The division of lines by a key, for any amounts and weights: FsCheck invents them, PostGIS divides them.
/// </summary>
public sealed class ToerekeningTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Fact]
    public void Parts_sum_to_the_line_and_none_is_off_by_a_cent_or_more()
    {
        var regels = Gen.Choose(-2_000_000_000, 2_000_000_000)
            .Select(c => c / 100m)
            .NonEmptyListOf()
            .Where(l => l.Count < 60);
        var gewichten = Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 9), Gen.Choose(1, 2_000_000_000))
            .ListOf(6)
            .Where(g => g.Any(w => w > 0));

        Prop.ForAll(Arb.From(regels), Arb.From(gewichten), (r, g) => DeelAsync([.. r], [.. g]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    private async Task<bool> DeelAsync(decimal[] regels, int[] gewichten)
    {
        var publicatie = new Publicatie(dorp.Db, dorp.Archief)
        {
            MagVerliezen = true,
            MagKrimpen = true,
            Opnieuw = true,
        };
        var sleutel = Dorp.Schrijf(
            dorp,
            "sleutel.csv",
            "code;gewicht\n" + string.Concat(Dorp.Buurten.Zip(gewichten, (b, g) => $"{b.Code};{g}\n"))
        );
        await new SleutelImport(publicatie).LaadAsync(sleutel, "proef", 2060, "test", CancellationToken.None);
        var kop = "boekjaar;fase;programma;bl;gebiedscode;toerekening;sleutel;omschrijving;bedrag\n";
        var levering = Dorp.Schrijf(
            dorp,
            "regels.csv",
            kop
                + string.Concat(
                    regels.Select(r =>
                        string.Create(
                            CultureInfo.GetCultureInfo("nl-NL"),
                            $"2060;begroting;Milieu en water;L;;sleutel;proef 2060;x;{r:0.00}\n"
                        )
                    )
                )
        );
        await new BegrotingImport(publicatie).LaadAsync(levering, CancellationToken.None);

        var delen = (
            await dorp.Db.QueryAsync<(int Rij, decimal Regel, string Code, decimal Deel)>(
                """
                select p.rij, p.bedrag, d.gebied_code, d.bedrag from begrotingspost_nu p
                    join postdeel d on d.post_id = p.id where p.jaar = 2060
                """
            )
        ).ToLookup(d => d.Rij);
        var totaal = gewichten.Sum(g => (decimal)g);
        var gewichtVan = Dorp.Buurten.Zip(gewichten).ToDictionary(z => z.First.Code, z => z.Second);
        return regels
            .Select((regel, i) => (Regel: regel, Delen: delen[i + 2].ToList()))
            .All(r =>
                r.Delen.Sum(d => d.Deel) == r.Regel
                && r.Delen.TrueForAll(d => Math.Abs(d.Deel - r.Regel * gewichtVan[d.Code] / totaal) < 0.01m)
            );
    }

    [Fact]
    public async Task Area_and_inhabitants_are_built_in_and_a_bad_key_row_is_named()
    {
        var slecht = Dorp.Schrijf(dorp, "slecht.csv", "code;gewicht\nAA01;5\nAA;1\nAA02;veel\nAA01;2\nAB01;-1\n");
        var rapport = await new SleutelImport(dorp.Publicatie).LaadAsync(
            slecht,
            "slecht",
            2061,
            "test",
            CancellationToken.None
        );
        Assert.Equal(
            [(3, "code"), (4, "gewicht"), (5, "code"), (6, "gewicht")],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom))
        );

        var pad = Dorp.Schrijf(
            dorp,
            "opp.csv",
            "boekjaar;fase;programma;bl;gebiedscode;toerekening;sleutel;omschrijving;bedrag\n"
                + "2062;begroting;Milieu en water;L;;sleutel;oppervlakte;x;0,07\n"
        );
        await new BegrotingImport(dorp.Publicatie).LaadAsync(pad, CancellationToken.None);
        Assert.Equal(
            // Six equal squares: the tie goes by code
            [("AA01", 0.02m), ("AA02", 0.01m), ("AB01", 0.01m), ("AB02", 0.01m), ("BA01", 0.01m), ("BA02", 0.01m)],
            await dorp.Db.QueryAsync<(string, decimal)>(
                "select d.gebied_code, d.bedrag from begrotingspost_nu p "
                    + "join postdeel d on d.post_id = p.id where p.jaar = 2062 order by 1"
            )
        );
    }
}

using Portal.Data;
using Portal.Data.Bekendmakingen.Koop;
using Xunit;
using static Portal.Tests.Bekendmakingen.Koop.KoopTekst;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>
/// What is wrong with an answer of KOOP is told in plain Dutch, and nothing is thrown away in silence.
/// </summary>
public sealed class KoopLezerFoutTests
{
    [Fact]
    public async Task A_record_that_cannot_be_read_is_told_with_its_place_and_the_others_stay()
    {
        const string leeg =
            "<sru:record><sru:recordData><gzd:gzd><gzd:enrichedData><gzd:preferredUrl>https://x.nl/y</gzd:preferredUrl>"
            + "</gzd:enrichedData></gzd:gzd></sru:recordData></sru:record>";

        var antwoord = await LeesAsync(
            Xml(
                Record("gmb-1"),
                leeg,
                Record("gmb-3", kern: ""),
                Record("gmb-4", mantel: "<dcterms:available>2 juli 2026</dcterms:available>"),
                Record("stcrt-5"),
                Record("gmb-6", tpmeta: "<ow:datumEindeReactietermijn>18-11-2026</ow:datumEindeReactietermijn>")
            )
        );

        Assert.Equal(["gmb-1", "gmb-6"], antwoord.Records.Select(r => r.Identifier));
        Assert.Equal(["stcrt-5"], antwoord.Andere.Select(r => r.Identifier));
        Assert.Equal(6, antwoord.Gelezen);
        Assert.Equal([2, 3, 4], antwoord.Fouten.Where(f => f.Overgeslagen).Select(f => f.Positie));
        Assert.Equal("Record 2 van het antwoord heeft geen originalData (https://x.nl/y).", antwoord.Fouten[0].Zin);
        Assert.Null(antwoord.Records[1].EindeReactie);
        var datum = Assert.Single(antwoord.Fouten, f => f.Positie == 6);
        Assert.Equal(
            "Record 6 (gmb-6): ‘18-11-2026’ in datumEindeReactietermijn is geen datum als 2026-03-01.",
            datum.Zin
        );
        Assert.Contains(
            antwoord.Fouten,
            f => f.Positie == 4 && f.Zin.Contains("‘2 juli 2026’", StringComparison.Ordinal)
        );
        Assert.Contains(antwoord.Fouten, f => f.Zin == "Record 4 (gmb-4) heeft geen datum van publicatie.");
    }

    [Theory]
    [InlineData(
        "<sru:searchRetrieveResponse NS><sru:diagnostics><diagnostic xmlns=\"d\"><uri>info:srw/diagnostic/1/10</uri>"
            + "<details>regel 1</details><message>Query syntax "
            + "error</message></diagnostic></sru:diagnostics></sru:searchRetrieveResponse>",
        "Query syntax error: regel 1"
    )]
    [InlineData(
        "{\"searchRetrieveResponse\":{\"diagnostics\":{\"diagnostic\":{\"uri\":\"info:srw/diagnostic/1/10\"}}}}",
        "info:srw/diagnostic/1/10"
    )]
    [InlineData("{\"diagnostics\":{}}", "KOOP zegt niet wat er mis is")]
    public async Task A_diagnostic_is_told_and_has_no_number(string tekst, string zin)
    {
        var antwoord = await LeesAsync(tekst.Replace("NS", Naamruimten, StringComparison.Ordinal));

        Assert.Equal((null, zin), (antwoord.Aantal, antwoord.Diagnose));
    }

    [Theory]
    [InlineData("", "leeg antwoord")]
    [InlineData("onderhoud", "geen XML en geen JSON")]
    [InlineData("<html><body>onderhoud</body></html>", "begint met <html>")]
    [InlineData("<sru:searchRetrieveResponse", "niet te lezen")]
    [InlineData("{\"searchRetrieveResponse\":", "niet te lezen")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>", "niet te lezen")]
    public async Task No_answer_is_an_error_in_plain_Dutch(string tekst, string zin)
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() => LeesAsync(tekst));

        Assert.Contains(zin, fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_too_deep_or_too_large_is_refused()
    {
        static string Diep(string open, string dicht) =>
            string.Concat(Enumerable.Repeat(open, 70)) + string.Concat(Enumerable.Repeat(dicht, 70));

        foreach (
            var tekst in new[]
            {
                Diep("<a>", "</a>"),
                Diep("{\"a\":", "}").Replace(":}", ":1}", StringComparison.Ordinal),
            }
        )
        {
            var diep = await Assert.ThrowsAsync<ImportFout>(() => LeesAsync(tekst));
            Assert.Contains("niet te lezen", diep.Message, StringComparison.Ordinal);
        }
        var groot = await Assert.ThrowsAsync<ImportFout>(() => LeesAsync(Xml(Record()), grootst: 500));
        Assert.StartsWith("Het antwoord van KOOP is groter dan", groot.Message, StringComparison.Ordinal);
    }
}

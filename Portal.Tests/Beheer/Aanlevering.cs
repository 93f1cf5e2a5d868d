using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>A small layer, handed over by the form or by a command.</summary>
internal static partial class Aanlevering
{
    /// <summary>Points in the village, by name.</summary>
    public static string Punten(params string[] namen) =>
        """{"type":"FeatureCollection","features":["""
        + string.Join(
            ',',
            namen.Select(
                (n, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$$"""{"type":"Feature","properties":{"id":"{{{n}}}","naam":"{{{n}}}"},"geometry":{"type":"Point","coordinates":[{{{121010 + 10 * i}}},487050]}}"""
                    )
            )
        )
        + "]}";

    /// <returns>The id of a version that the command line left as a concept.</returns>
    public static async Task<int> ConceptAsync(PortalFixture portaal, string dataset, int rijen)
    {
        var pad = Path.Combine(portaal.Archief, $"{dataset}.geojson");
        await File.WriteAllTextAsync(pad, Punten([.. Enumerable.Range(1, rijen).Select(i => $"plek {i}")]));
        var keuzes = new Keuzes(new Dictionary<string, string> { ["dataset"] = dataset, ["titel"] = dataset });
        await new LaagImport(new(portaal.Db, portaal.Archief) { AlleenConcept = true }).LaadAsync(pad, keuzes, default);
        return await portaal.Db.QuerySingleAsync<int>(
            "select v.id from versie v join dataset d on d.id = v.dataset_id "
                + "where d.code = @dataset and v.status = 'concept'",
            new { dataset }
        );
    }

    /// <summary>By the form; what the page says when it is done.</summary>
    public static Task<string> StuurAsync(
        this Bezoek zij,
        string soort,
        string naam,
        string inhoud,
        params (string Naam, string Waarde)[] velden
    ) => zij.StuurAsync(soort, naam, Encoding.UTF8.GetBytes(inhoud), velden);

    /// <summary>The same of a file that is no text.</summary>
    public static async Task<string> StuurAsync(
        this Bezoek zij,
        string soort,
        string naam,
        byte[] inhoud,
        params (string Naam, string Waarde)[] velden
    )
    {
        Assert.Equal(HttpStatusCode.OK, await zij.GetAsync($"/beheer/nieuw/{soort}"));
        var formulier = new MultipartFormDataContent
        {
            { new StringContent(zij.Verborgen("__RequestVerificationToken")), "__RequestVerificationToken" },
            { new ByteArrayContent(inhoud), "bestand", naam },
        };
        foreach (var (veld, waarde) in velden)
        {
            formulier.Add(new StringContent(waarde), veld);
        }
        using var antwoord = await zij.VraagAsync(
            new(HttpMethod.Post, $"/beheer/nieuw/{soort}") { Content = formulier }
        );
        return antwoord.StatusCode == HttpStatusCode.Found
            ? await zij.WachtAsync(antwoord.Headers.Location!.ToString())
            : "";
    }

    /// <returns>Where it ended: the page of the concept, or of the refusal.</returns>
    public static async Task<string> WachtAsync(this Bezoek zij, string adres)
    {
        for (var i = 0; i < 300; i++)
        {
            using var antwoord = await zij.VraagAsync(new(HttpMethod.Get, adres));
            if (antwoord.StatusCode == HttpStatusCode.Found)
            {
                var verder = antwoord.Headers.Location!.ToString();
                Assert.Equal(HttpStatusCode.OK, await zij.GetAsync(verder));
                return verder;
            }
            if (!antwoord.Headers.Contains("Refresh"))
            {
                return adres;
            }
            await Task.Delay(100);
        }
        throw new TimeoutException(adres);
    }

    /// <summary>The lead and the alerts of a page as text.</summary>
    public static string Tekst(string html) => WebUtility.HtmlDecode(Element().Replace(html, ""));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Element();
}

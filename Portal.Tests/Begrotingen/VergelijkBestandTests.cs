using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>What two areas are compared by is what the delivered files say, worked out here from those files.</summary>
public sealed class VergelijkBestandTests(DorpFixture dorp) : IClassFixture<DorpFixture>, IAsyncLifetime
{
    private const decimal Hectare = 1; // a buurt of the village is a square of 100 m

    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    public async Task InitializeAsync()
    {
        await new BegrotingImport(dorp.Publicatie).LaadAsync(Bestand("vergelijk.csv"), CancellationToken.None);
        await new InwonersImport(dorp.Publicatie).LaadAsync(
            Bestand("vergelijk-inwoners.csv"),
            2024,
            null,
            CancellationToken.None
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("AA01", "inwoner")]
    [InlineData("AA01", "huishouden")]
    [InlineData("AA01", "hectare")]
    [InlineData("AA01", "totaal")]
    [InlineData("AB01", "inwoner")]
    [InlineData("AB01", "totaal")]
    public async Task Table_and_range_give_the_figure_of_the_file(string code, string per)
    {
        var euro = Rijen("vergelijk.csv")
            .Where(r => (string)r.gebiedscode == code && (string)r.bl == "L")
            .Sum(r => (decimal)decimal.Parse((string)r.bedrag, Nederlands));
        var mensen = Rijen("vergelijk-inwoners.csv").Single(r => (string)r.code == code);
        var deler = per switch
        {
            "inwoner" => decimal.Parse((string)mensen.inwoners, Nederlands),
            "huishouden" => decimal.Parse((string)mensen.huishoudens, Nederlands),
            "hectare" => Hectare,
            _ => 1,
        };
        var verwacht = Math.Round(euro / deler, 2, MidpointRounding.AwayFromZero)
            .ToString("0.00", CultureInfo.InvariantCulture);

        var html = WebUtility.HtmlDecode(
            await dorp.Http.GetStringAsync(
                $"/begroting/vergelijk?jaar=2024&fase=realisatie&bl=L&gebied={code}&gebied=AA02&per={per}"
            )
        );

        var naam = Dorp.Buurten.Single(b => b.Code == code).Naam;
        Assert.Matches($"Samen</th>\\s*<td[^>]*data-euro=\"{Regex.Escape(verwacht)}\"", html);
        Assert.Matches($"{naam}</th>\\s*<td[^>]*data-euro=\"{Regex.Escape(verwacht)}\"", html);
    }

    private static string Bestand(string naam) => Path.Combine(AppContext.BaseDirectory, "Begrotingen", naam);

    private static List<dynamic> Rijen(string bestand)
    {
        using var csv = new CsvReader(
            new StreamReader(Bestand(bestand)),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" }
        );
        return [.. csv.GetRecords<dynamic>()];
    }
}

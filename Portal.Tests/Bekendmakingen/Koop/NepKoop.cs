using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.Data.Bekendmakingen.Koop;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>KOOP as far as we ask it: the same questions, pages and limits, and its bad days.</summary>
public sealed partial class NepKoop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _gevraagd = new();
    private readonly ConcurrentQueue<string> _storingen = new();

    public NepKoop(params IReadOnlyList<KoopRecord> records)
    {
        Records = records;
        var bouwer = WebApplication.CreateSlimBuilder();
        bouwer.WebHost.UseUrls("http://127.0.0.1:0");
        bouwer.Logging.ClearProviders();
        _app = bouwer.Build();
        _app.MapGet("/sru", (Delegate)AntwoordAsync);
    }

    public IReadOnlyList<KoopRecord> Records { get; set; }

    /// <summary>How far the stated number is off.</summary>
    public int Schatting { get; set; }

    /// <summary>
    /// How many places the list has moved up since the first page, as when records are added while it is read.
    /// </summary>
    public int Schuift { get; set; }

    public int Grens { get; set; } = 10_000;

    public bool PaginaErnaIsFout { get; set; }

    /// <summary>What it has against every question.</summary>
    public string? Diagnose { get; set; }

    /// <summary>The questions as they came: the number of the first record and the CQL.</summary>
    public IReadOnlyList<string> Gevraagd => [.. _gevraagd];

    /// <summary>
    /// What goes wrong with the next answers, one each: traag, druk, wacht:seconds, kapot, weg, onzin, half, leeg,
    /// kort, goed.
    /// </summary>
    public void Stoor(params string[] storingen) => Array.ForEach(storingen, _storingen.Enqueue);

    public async Task<Uri> StartAsync()
    {
        await _app.StartAsync();
        return new Uri(_app.Urls.Single() + "/sru");
    }

    private async Task<IResult> AntwoordAsync(HttpContext context)
    {
        var (cql, begin) = (
            context.Request.Query["query"].ToString(),
            int.Parse(context.Request.Query["startRecord"]!, CultureInfo.InvariantCulture)
        );
        var hoogstens = int.Parse(context.Request.Query["maximumRecords"]!, CultureInfo.InvariantCulture);
        _gevraagd.Enqueue($"{begin} {cql}");
        var storing = _storingen.TryDequeue(out var wat) ? wat : "goed";
        if (await StoringAsync(context, storing) is { } fout)
        {
            return fout;
        }
        if (Diagnose is not null || Vraag().Match(cql) is not { Success: true } vraag)
        {
            return Xml(NepXml.Diagnose(Diagnose ?? "Query syntax error"));
        }
        var gevonden = Vind(vraag);
        if (PaginaErnaIsFout && begin > Math.Max(1, gevonden.Count))
        {
            return Xml(NepXml.Diagnose("First record position out of range"));
        }
        var overslaan = begin - 1 - (begin > 1 ? Schuift : 0);
        var pagina = gevonden.Take(Grens).Skip(overslaan).Take(storing == "kort" ? hoogstens / 2 : hoogstens);
        return Xml(NepXml.Antwoord(storing == "leeg" ? [] : pagina, Math.Max(0, gevonden.Count + Schatting)));
    }

    private static async Task<IResult?> StoringAsync(HttpContext context, string storing)
    {
        switch (storing.Split(':')[0])
        {
            case "traag":
                await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
                return Results.Ok();
            case "druk":
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            case "wacht":
                context.Response.Headers.RetryAfter = storing.Split(':')[1];
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            case "kapot":
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            case "weg":
                context.Abort();
                return Results.Empty;
            case "onzin":
                return Results.Text("<html><body>onderhoud</body></html>", "text/html");
            case "half":
                return Xml("<sru:searchRetrieveResponse xmlns:sru=\"x\"><sru:numberOf");
            default:
                return null;
        }
    }

    private List<KoopRecord> Vind(Match vraag)
    {
        var gemeente = Ontsnapt().Replace(vraag.Groups[1].Value, "$1");
        var opBeschikbaar = vraag.Groups[3].Value == "available";
        var van = DateOnly.Parse(vraag.Groups[4].Value, CultureInfo.InvariantCulture);
        var tot = DateOnly.Parse(vraag.Groups[5].Value, CultureInfo.InvariantCulture);
        DateOnly Dag(KoopRecord r) => opBeschikbaar ? r.Beschikbaar : r.Gewijzigd!.Value;
        return
        [
            .. Records
                .Where(r => r.Creator == gemeente && r.OrganisatieType == vraag.Groups[2].Value)
                .Where(r => Dag(r) >= van && Dag(r) <= tot)
                .OrderBy(Dag),
        ];
    }

    private static IResult Xml(string tekst) => Results.Text(tekst, "application/xml");

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [GeneratedRegex(
        "^c\\.product-area==officielepublicaties AND dt\\.creator=\"((?:[^\"\\\\]|\\\\.)*)\" AND "
            + "w\\.organisatietype=([a-z]+) "
            + "AND dt\\.(available|modified)>=([0-9-]{10}) AND dt\\.\\3<=([0-9-]{10}) sortBy dt\\.\\3 "
            + "?/sort\\.(?:a|de)scending$"
    )]
    private static partial Regex Vraag();

    [GeneratedRegex("\\\\(.)")]
    private static partial Regex Ontsnapt();
}

using System.Net;
using System.Net.Http.Headers;

namespace Portal.Data.Ophalen;

/// <param name="Fout">Why it did not come, and may come later; null: it came, or there is nothing.</param>
/// <param name="Wachten">How long the source asks to wait.</param>
internal sealed record Poging(Opgehaald? Antwoord, string? Fout = null, TimeSpan? Wachten = null);

/// <summary>One thing on its way to a file: each attempt goes on from what the one before brought in.</summary>
internal sealed class Ophaling(HttpClient http, HalerInstellingen instellingen, TimeProvider tijd, string pad)
{
    private EntityTagHeaderValue? _merk;
    private long _binnen;

    public required Uri Adres { get; init; }
    public required Inhoud Inhoud { get; init; }
    public Kenmerk? Eerder { get; init; }

    public async Task<Poging> ProbeerAsync(CancellationToken ct)
    {
        using var klok = new CancellationTokenSource(instellingen.Langst, tijd);
        using var kort = CancellationTokenSource.CreateLinkedTokenSource(ct, klok.Token);
        try
        {
            using var vraag = Vraag();
            using var stil = CancellationTokenSource.CreateLinkedTokenSource(kort.Token);
            stil.CancelAfter(instellingen.Stilte);
            using var antwoord = await http.SendAsync(vraag, HttpCompletionOption.ResponseHeadersRead, stil.Token);
            return antwoord.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.PartialContent => await LeesAsync(antwoord, kort.Token),
                HttpStatusCode.NotModified => new(new(true, Eerder!, 0)),
                HttpStatusCode.NotFound or HttpStatusCode.Gone => new(null),
                _ => Geweigerd(antwoord),
            };
        }
        catch (Exception fout) when (fout is HttpRequestException or IOException)
        {
            return fout.InnerException is ImportFout eigen
                ? throw eigen
                : new(null, $"de verbinding lukt niet of brak af ({Kort(fout)})");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(null, "het duurde te lang");
        }
    }

    private HttpRequestMessage Vraag()
    {
        var vraag = new HttpRequestMessage(HttpMethod.Get, Adres);
        vraag.Headers.AcceptEncoding.ParseAdd("identity"); // so that the length can be checked, and a part asked for
        if (_binnen > 0 && _merk is not null)
        {
            vraag.Headers.Range = new(_binnen, null);
            vraag.Headers.IfRange = new(_merk);
            return vraag;
        }
        if (Eerder?.ETag is { } etag && EntityTagHeaderValue.TryParse(etag, out var merk))
        {
            vraag.Headers.IfNoneMatch.Add(merk);
        }
        vraag.Headers.IfModifiedSince = Eerder?.Gewijzigd;
        return vraag;
    }

    private async Task<Poging> LeesAsync(HttpResponseMessage antwoord, CancellationToken ct)
    {
        var verder = antwoord.StatusCode == HttpStatusCode.PartialContent;
        if (verder && antwoord.Content.Headers.ContentRange?.From != _binnen)
        {
            _binnen = 0;
            return new(null, "de bron gaf een ander stuk dan gevraagd");
        }
        _binnen = verder ? _binnen : 0;
        _merk = antwoord.Headers.ETag is { IsWeak: false } sterk ? sterk : null;
        var beloofd = _binnen + antwoord.Content.Headers.ContentLength;
        await SchrijfAsync(antwoord, ct);
        if (beloofd is { } lengte && lengte != _binnen)
        {
            return new(null, $"er kwamen {_binnen} van de {lengte} bytes");
        }
        if (Inhoudscontrole.Fout(pad, Inhoud) is { } fout)
        {
            _binnen = 0;
            return new(null, fout);
        }
        return new(new(false, new(antwoord.Headers.ETag?.ToString(), antwoord.Content.Headers.LastModified), _binnen));
    }

    private async Task SchrijfAsync(HttpResponseMessage antwoord, CancellationToken ct)
    {
        await using var bron = await antwoord.Content.ReadAsStreamAsync(ct);
        await using var bestand = new FileStream(pad, FileMode.OpenOrCreate, FileAccess.Write);
        bestand.SetLength(_binnen);
        bestand.Seek(_binnen, SeekOrigin.Begin);
        using var stil = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var blok = new byte[1 << 16];
        for (int gelezen; (gelezen = await LeesBlokAsync(bron, blok, stil)) > 0; )
        {
            if (_binnen + gelezen > instellingen.Grootst)
            {
                throw new ImportFout(
                    $"{Adres.Host} geeft meer dan {Bestanden.Zin.Getal(instellingen.Grootst)} bytes; dat halen we "
                        + "niet op."
                );
            }
            await bestand.WriteAsync(blok.AsMemory(0, gelezen), ct);
            _binnen += gelezen;
        }
    }

    private async ValueTask<int> LeesBlokAsync(Stream bron, byte[] blok, CancellationTokenSource stil)
    {
        stil.CancelAfter(instellingen.Stilte);
        return await bron.ReadAsync(blok, stil.Token);
    }

    private Poging Geweigerd(HttpResponseMessage antwoord)
    {
        var status = (int)antwoord.StatusCode;
        if (status is >= 300 and < 400)
        {
            throw new ImportFout(
                $"{Adres.Host} verwijst door naar {antwoord.Headers.Location?.ToString() ?? "elders"}; dat volgen "
                    + "we niet. "
                    + "Pas het adres in de lijst van bronnen aan."
            );
        }
        if (
            status < 500
            && antwoord.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
        )
        {
            throw new ImportFout($"{Adres.Host} weigert de vraag (status {status}): {Adres.PathAndQuery}");
        }
        return new(null, $"status {status}", Wachten(antwoord));
    }

    private TimeSpan? Wachten(HttpResponseMessage antwoord) =>
        antwoord.Headers.RetryAfter switch
        {
            { Delta: { } even } => even,
            { Date: { } dan } => dan - tijd.GetUtcNow(),
            _ => null,
        };

    private static string Kort(Exception fout) => Bestanden.Zin.Veilig((fout.InnerException ?? fout).Message, 120);
}

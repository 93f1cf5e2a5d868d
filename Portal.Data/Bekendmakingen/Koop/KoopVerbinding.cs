using System.Net;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>
/// Asks KOOP one thing at a time, with a pause in between. What may go over is tried again, later and later; after many
/// failures in a row nothing is asked for a while. Not for use by two at once.
/// </summary>
internal sealed class KoopVerbinding(HttpClient http, KoopInstellingen instellingen, TimeProvider tijd)
{
    private sealed record Poging(KoopAntwoord? Antwoord, string Fout, TimeSpan? Wachten = null);

    private DateTimeOffset _vrij = DateTimeOffset.MinValue;
    private DateTimeOffset _dichtTot = DateTimeOffset.MinValue;
    private int _mislukt;

    public async Task<KoopAntwoord> HaalAsync(Uri adres, CancellationToken ct)
    {
        for (var nummer = 1; ; nummer++)
        {
            BewaakZekering();
            await WachtAsync(_vrij - tijd.GetUtcNow(), ct);
            var poging = await ProbeerAsync(adres, ct);
            _vrij = tijd.GetUtcNow() + instellingen.Pauze;
            if (poging.Antwoord is { } antwoord)
            {
                _mislukt = 0;
                return antwoord;
            }
            Tel(poging.Fout);
            if (nummer >= instellingen.Pogingen)
            {
                throw new ImportFout(
                    $"KOOP gaf na {nummer} pogingen geen bruikbaar antwoord ({poging.Fout}); probeer het later opnieuw."
                );
            }
            await WachtAsync(Terugval(nummer, poging.Wachten), ct);
        }
    }

    private async Task<Poging> ProbeerAsync(Uri adres, CancellationToken ct)
    {
        using var klok = new CancellationTokenSource(instellingen.Wachttijd, tijd);
        using var kort = CancellationTokenSource.CreateLinkedTokenSource(ct, klok.Token);
        try
        {
            using var antwoord = await http.GetAsync(adres, HttpCompletionOption.ResponseHeadersRead, kort.Token);
            return antwoord.IsSuccessStatusCode ? await LeesAsync(antwoord, kort.Token) : Geweigerd(antwoord);
        }
        catch (Exception fout) when (fout is HttpRequestException or IOException)
        {
            return new(null, $"de verbinding lukt niet: {fout.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(null, $"het duurde langer dan {instellingen.Wachttijd.TotalSeconds:0.#} seconden");
        }
    }

    // An unreadable page with status 200 is a bad day of the server too.
    private static async Task<Poging> LeesAsync(HttpResponseMessage antwoord, CancellationToken ct)
    {
        try
        {
            await using var inhoud = await antwoord.Content.ReadAsStreamAsync(ct);
            var gelezen = await KoopLezer.LeesAsync(inhoud, ct);
            return gelezen is { Aantal: null, Diagnose: null }
                ? new(null, "het antwoord zegt niet hoeveel bekendmakingen er zijn")
                : new(gelezen, "");
        }
        catch (ImportFout fout)
        {
            return new(null, fout.Message.TrimEnd('.'));
        }
    }

    private Poging Geweigerd(HttpResponseMessage antwoord)
    {
        var status = (int)antwoord.StatusCode;
        if (
            status < 500
            && antwoord.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
        )
        {
            throw new ImportFout(
                $"KOOP weigert de vraag met status {status}; controleer het adres {instellingen.Basis}."
            );
        }
        var gevraagd = antwoord.Headers.RetryAfter switch
        {
            { Delta: { } even } => even,
            { Date: { } dan } => dan - tijd.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        if (gevraagd > instellingen.LangsteTerugval)
        {
            throw new ImportFout(
                $"KOOP vraagt om {gevraagd.Value.TotalMinutes:0} minuten te wachten (status {status}); "
                    + "probeer het daarna opnieuw."
            );
        }
        return new(null, $"status {status}", gevraagd);
    }

    private TimeSpan Terugval(int nummer, TimeSpan? gevraagd)
    {
        var eigen = instellingen.Terugval * Math.Pow(2, Math.Min(nummer - 1, 20));
        var wacht = gevraagd > eigen ? gevraagd.Value : eigen;
        return wacht < instellingen.LangsteTerugval ? wacht : instellingen.LangsteTerugval;
    }

    private void Tel(string fout)
    {
        if (++_mislukt < instellingen.Zekering)
        {
            return;
        }
        _mislukt = 0;
        _dichtTot = tijd.GetUtcNow() + instellingen.Rust;
        throw new ImportFout(
            $"KOOP gaf {instellingen.Zekering} keer achter elkaar geen bruikbaar antwoord (het laatst: {fout}). "
                + $"We vragen {instellingen.Rust.TotalMinutes:0} minuten niets meer; probeer het daarna opnieuw."
        );
    }

    private void BewaakZekering()
    {
        if (tijd.GetUtcNow() < _dichtTot)
        {
            throw new ImportFout(
                $"KOOP gaf {instellingen.Zekering} keer achter elkaar geen bruikbaar antwoord; "
                    + $"vóór {Klok.Hier(_dichtTot.UtcDateTime):HH:mm} vragen we niets meer."
            );
        }
    }

    private Task WachtAsync(TimeSpan wacht, CancellationToken ct) =>
        wacht > TimeSpan.Zero ? Task.Delay(wacht, tijd, ct) : Task.CompletedTask;
}

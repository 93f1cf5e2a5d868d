using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Npgsql;
using Portal.Data.Datasets;

namespace Portal.Data.Ophalen;

public enum Afloop
{
    /// <summary>There is something new.</summary>
    Nieuw,

    /// <summary>It is as it was.</summary>
    Gelijk,
    Mislukt,

    /// <summary>Not tried: there are no areas, and everything hangs on those.</summary>
    Overgeslagen,
}

/// <summary>What came of one source, as an operator is told.</summary>
public sealed record Verslag(
    Bron Bron,
    Afloop Afloop,
    IReadOnlyList<ImportRapport> Rapporten,
    IReadOnlyList<string> Meldingen,
    TimeSpan Duur
);

/// <summary>
/// Fills a portal from the list of sources, or brings it up to date: each source is an ordinary import, what fails is
/// said and the rest goes on, and what did not change makes no version. One at a time for a database, on whatever node.
/// </summary>
public sealed class Vuller(Gereedschap met, IReadOnlyList<Bron> bronnen)
{
    private const string Slot = "select pg_try_advisory_lock(hashtext('portal bronnen'), 1)";
    private const string Vrij = "select pg_advisory_unlock(hashtext('portal bronnen'), 1)";

    /// <summary>Of what was never public a concept is made: nobody has looked at it yet.</summary>
    public bool EersteAlsConcept { get; init; }

    /// <summary>Told before a source is asked.</summary>
    public Action<Bron>? Begin { get; init; }

    /// <param name="gemeente">A name or code; null: the municipality of the portal.</param>
    /// <param name="alleenAlsHetTijdIs">Only sources that were fetched before, and of which it is time again.</param>
    /// <exception cref="ImportFout">Another is at it, or it is not known which municipality.</exception>
    public async IAsyncEnumerable<Verslag> VulAsync(
        string? gemeente,
        bool alleenAlsHetTijdIs,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await using var slot = await met.Db.OpenConnectionAsync(ct);
        if (!await slot.QuerySingleAsync<bool>(Slot))
        {
            throw new ImportFout("De bronnen worden al opgehaald, door een ander. Er is niets veranderd.");
        }
        try
        {
            var van = await Gemeentezoeker.ZoekAsync(gemeente, met, ct);
            var standen = await Stand.LeesAsync(met.Db, ct);
            var teDoen = bronnen.Where(b => !alleenAlsHetTijdIs || IsTijd(b, standen)).ToList();
            foreach (var bron in teDoen.Where(b => b.Soort == Bronsoort.Gebieden))
            {
                yield return await StapAsync(bron, van, standen, ct);
                van = await Gemeentezoeker.MetVakAsync(van, met, ct);
            }
            var daarna = teDoen.Where(b => b.Soort != Bronsoort.Gebieden).ToList();
            await foreach (var verslag in RestAsync(daarna, van, standen, ct))
            {
                yield return verslag;
            }
        }
        finally
        {
            await slot.ExecuteAsync(Vrij); // a pool keeps the connection, and with it the lock
        }
    }

    // Announcements are many questions to a host of their own: they come in beside the rest
    private async IAsyncEnumerable<Verslag> RestAsync(
        List<Bron> daarna,
        Gemeente van,
        IReadOnlyDictionary<string, StandRow> standen,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        if (van.Vak is null)
        {
            foreach (var bron in daarna)
            {
                yield return new(bron, Afloop.Overgeslagen, [], [], TimeSpan.Zero);
            }
            yield break;
        }
        var ernaast = daarna
            .Where(b => b.Soort == Bronsoort.Bekendmakingen)
            .Select(b => StapAsync(b, van, standen, ct))
            .ToList();
        try
        {
            foreach (var bron in daarna.Where(b => b.Soort != Bronsoort.Bekendmakingen))
            {
                yield return await StapAsync(bron, van, standen, ct);
            }
            foreach (var stap in ernaast)
            {
                yield return await stap;
            }
        }
        finally
        {
            await Task.WhenAll(ernaast).ContinueWith(_ => { }, TaskScheduler.Default); // also when the rest broke off
        }
    }

    // What failed is tried again the next day, and the day after, whatever its rhythm
    private bool IsTijd(Bron bron, IReadOnlyDictionary<string, StandRow> standen)
    {
        if (!standen.TryGetValue(bron.Code, out var stand))
        {
            return false;
        }
        var dagen = bron.Ritme switch
        {
            "dag" => 1,
            "week" or "maand" => 7, // a month old by rhythm, and looked at every week: nobody knows the day it comes
            _ => 30,
        };
        var nu = met.Klok.Nu.UtcDateTime;
        return nu - stand.GevraagdOp.ToUniversalTime() > TimeSpan.FromHours(20)
            && (
                stand.GeluktOp is not { } gelukt
                || nu - gelukt.ToUniversalTime() > TimeSpan.FromDays(dagen) - TimeSpan.FromHours(4)
            );
    }

    private async Task<Verslag> StapAsync(
        Bron bron,
        Gemeente gemeente,
        IReadOnlyDictionary<string, StandRow> standen,
        CancellationToken ct
    )
    {
        var klok = Stopwatch.StartNew();
        Begin?.Invoke(bron);
        var stand = standen.GetValueOrDefault(bron.Code);
        var basis = await Stand.BasisAsync(met.Db, bron, gemeente, ct);
        var zelfde = stand is not null && stand.Basis == basis;
        var concept =
            EersteAlsConcept
            && bron.Soort is Bronsoort.Laag or Bronsoort.Cijfers
            && !await Stand.IsOpenbaarAsync(met.Db, bron, ct);
        var opdracht = new Opdracht(
            bron,
            gemeente,
            zelfde && !concept ? stand!.Kenmerk : null,
            Opnieuw: stand?.GeluktOp is not null && !zelfde,
            concept
        );
        try
        {
            var uitkomst = await LaadAsync(opdracht, ct);
            await Stand.GeluktAsync(opdracht, met, basis, uitkomst);
            var nieuw = uitkomst.Rapporten.Any(r => !r.AlGeladen);
            return new(
                bron,
                nieuw ? Afloop.Nieuw : Afloop.Gelijk,
                uitkomst.Rapporten,
                uitkomst.Meldingen,
                klok.Elapsed
            );
        }
        catch (Exception fout) when (IsVanDeBron(fout))
        {
            await Stand.MisluktAsync(opdracht, met, fout.Message);
            var rapporten = fout is AfgekeurdeLevering afgekeurd ? [afgekeurd.Rapport] : Array.Empty<ImportRapport>();
            return new(bron, Afloop.Mislukt, rapporten, [fout.Message], klok.Elapsed);
        }
    }

    private Task<Uitkomst> LaadAsync(Opdracht opdracht, CancellationToken ct) =>
        opdracht.Bron.Soort switch
        {
            Bronsoort.Gebieden => GebiedStap.LaadAsync(opdracht, met, ct),
            Bronsoort.Cijfers => CijferStap.LaadAsync(opdracht, met, ct),
            Bronsoort.Iv3 => Iv3Stap.LaadAsync(opdracht, met, ct),
            Bronsoort.Bekendmakingen => KoopStap.LaadAsync(opdracht, met, ct),
            _ => LaagStap.LaadAsync(opdracht, met, ct),
        };

    private static bool IsVanDeBron(Exception fout) =>
        fout
            is ImportFout
                or AfgekeurdeLevering
                or AdresOnbekend
                or PostgresException
                or IOException
                or HttpRequestException
                or JsonException;
}

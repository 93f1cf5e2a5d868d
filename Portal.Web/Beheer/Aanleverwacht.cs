using Dapper;
using Npgsql;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Web.Beheer;

/// <summary>
/// Loads what staff hand over, one at a time, always as a concept. Of several nodes one does it; what a node that
/// stopped
/// was loading is marked by the next, and nothing of it was kept.
/// </summary>
public sealed partial class Aanleverwacht(
    Instellingen instellingen,
    Aanleveringen aanleveringen,
    Aanlevermap map,
    BeheerBron bron,
    Logboek logboek,
    ILogger<Aanleverwacht> logger
) : BackgroundService
{
    private static readonly TimeSpan Rust = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _erIsWerk = new(0);

    /// <summary>Something waits: no need to rest any longer.</summary>
    public void Wek() => _erIsWerk.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (instellingen.DatabaseVanBeheer is null || !instellingen.StafSchrijft)
        {
            return;
        }
        Grenzen.Nu = instellingen.Grenzen;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WerkAsync(stoppingToken);
            }
            catch (NpgsqlException fout)
            {
                LogStoring(logger, fout.Message);
            }
            await _erIsWerk.WaitAsync(Rust, stoppingToken);
        }
    }

    private async Task WerkAsync(CancellationToken ct)
    {
        await using var slot = await bron.Db.OpenConnectionAsync(ct);
        if (!await slot.QuerySingleAsync<bool>("select pg_try_advisory_lock(5080, -4)"))
        {
            return;
        }
        try
        {
            await aanleveringen.BreekAfAsync(ct);
            await MarkeerAfgebrokenAsync(slot, ct);
            foreach (var (id, plek) in await aanleveringen.KunnenWegAsync(ct))
            {
                await RuimOpAsync(id, plek, ct);
            }
            while (await aanleveringen.NeemAsync(ct) is { } aanlevering)
            {
                await LaadAsync(aanlevering, ct);
            }
        }
        finally
        {
            await slot.ExecuteAsync("select pg_advisory_unlock(5080, -4)");
        }
    }

    // Whoever was loading may be gone for some seconds before the database knows: looked at again until it does
    private async Task MarkeerAfgebrokenAsync(NpgsqlConnection slot, CancellationToken ct)
    {
        if (await slot.QuerySingleAsync<bool>("select exists (select from versie where status = 'laden')"))
        {
            await using var db = NpgsqlDataSource.Create(PortalData.AlsSchrijver(instellingen.DatabaseVanImports));
            await new Versiebeheer(db, instellingen.Archief).MarkeerAfgebrokenAsync(ct);
        }
    }

    private async Task RuimOpAsync(int id, string plek, CancellationToken ct)
    {
        map.RuimOp(plek);
        await aanleveringen.OpgeruimdAsync(id, ct);
    }

    private async Task LaadAsync(AanleveringRow aanlevering, CancellationToken ct)
    {
        var (rapport, zin) = await ProbeerAsync(aanlevering, ct);
        map.BewaarAfgewezen(aanlevering.Map, rapport);
        map.BewaarBevindingen(aanlevering.Map, rapport);
        var verslag = rapport is null ? null : Verslag.Van(rapport);
        var versie = zin is null && rapport is { AlGeladen: false } ? rapport.Versie : (int?)null;
        await aanleveringen.KlaarAsync(aanlevering.Id, zin, verslag, versie, ct);
        await logboek.SchrijfAsync(
            aanlevering.Email,
            zin is null ? "geladen als concept" : "geweigerd",
            ct,
            rapport?.Dataset,
            versie,
            new
            {
                aanlevering = aanlevering.Id,
                aanlevering.Bestand,
                aanlevering.Reden,
                rapport?.Geladen,
                afgewezen = rapport?.Afwijzingen.Rijen,
            }
        );
        // With findings it may have to be read again; refused for want of a reason, too
        if (zin is null ? rapport!.Bevindingen.Lijst.Count == 0 : !Webzin.VraagtReden(zin))
        {
            await RuimOpAsync(aanlevering.Id, aanlevering.Map, ct);
        }
    }

    private async Task<(ImportRapport? Rapport, string? Fout)> ProbeerAsync(AanleveringRow a, CancellationToken ct)
    {
        try
        {
            var soort = Aanleversoorten.Alle.Single(s => s.Naam == a.Soort);
            await using var db = NpgsqlDataSource.Create(PortalData.AlsSchrijver(instellingen.DatabaseVanImports));
            var eerder = await aanleveringen.EerderAsync(a.Id, ct);
            map.HaalTerug(a.Map, a.Bestand, eerder.Sha256);
            if (eerder.Code is { } code)
            {
                var beheer = new Versiebeheer(db, instellingen.Archief);
                await beheer.TrekInAsync(code, eerder.Nummer, "Opnieuw gelezen.", ct);
            }
            var publicatie = new Publicatie(db, instellingen.Archief)
            {
                Opnieuw = a.Gezegd.ContainsKey(Aanleveringen.Opnieuw),
                Besluiten = eerder.Besluiten,
                AlleenConcept = true,
                MagKrimpen = a.Reden is not null,
                MagVerliezen = a.Reden is not null,
                Ritme = a.Gezegd.GetValueOrDefault(Aanleversoorten.Ritme),
            };
            return (await soort.Laad(publicatie, map.Bestand(a.Map, a.Bestand), Keuzes(soort, a), ct), null);
        }
        catch (AfgekeurdeLevering fout)
        {
            return (fout.Rapport, Webzin.Van(fout.Message));
        }
        catch (ImportFout fout)
        {
            return (null, Webzin.Van(fout.Message));
        }
        catch (Exception fout) when (fout is not OperationCanceledException)
        {
            LogMislukt(logger, a.Id, fout.GetType().Name);
            return (
                null,
                "Het laden is mislukt door een fout bij ons. Er is niets veranderd. Meld het aan uw beheerder."
            );
        }
    }

    // A second file is called in the form as it lies in the folder of the first
    private Keuzes Keuzes(Importsoort soort, AanleveringRow a) =>
        new(
            a.Gezegd.ToDictionary(
                k => k.Key,
                k =>
                    soort.Opties.Any(o => o.Naam == k.Key && o.Soort == OptieSoort.Bestand)
                        ? map.Bestand(a.Map, k.Value)
                        : k.Value
            )
        );

    [LoggerMessage(Level = LogLevel.Warning, Message = "Aanleveringen kunnen nu niet worden geladen: {Reden}")]
    private static partial void LogStoring(ILogger logger, string reden);

    [LoggerMessage(Level = LogLevel.Error, Message = "Aanlevering {Id} is mislukt: {Soort}")]
    private static partial void LogMislukt(ILogger logger, int id, string soort);
}

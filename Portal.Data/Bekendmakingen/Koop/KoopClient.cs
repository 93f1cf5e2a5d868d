using System.Runtime.CompilerServices;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>Reads what a municipality announced, from KOOP's SRU 2.0 (repository.overheid.nl).</summary>
public sealed class KoopClient(HttpClient http, KoopInstellingen instellingen, TimeProvider tijd)
{
    private const int Herlezingen = 2;
    private readonly KoopVerbinding _verbinding = new(http, instellingen, tijd);

    /// <summary>
    /// Month by month, oldest first; a month of more than KOOP gives at once comes day by day. Whoever stores each part
    /// can go on later with the day after the last one.
    /// </summary>
    public async IAsyncEnumerable<KoopDeel> LeesAsync(KoopVraag vraag, [EnumeratorCancellation] CancellationToken ct)
    {
        if (vraag.Van > vraag.TotEnMet)
        {
            throw new ImportFout(
                $"De eerste dag ({vraag.Van:yyyy-MM-dd}) ligt na de laatste ({vraag.TotEnMet:yyyy-MM-dd})."
            );
        }
        foreach (var maand in vraag.Maanden())
        {
            if (await LeesDeelAsync(maand, ct) is { } heel)
            {
                yield return heel;
                continue;
            }
            foreach (var dag in maand.Dagen())
            {
                yield return await LeesDeelAsync(dag, ct)
                    ?? throw new ImportFout(
                        $"Op {dag.Van:yyyy-MM-dd} heeft KOOP {instellingen.Grens} of meer bekendmakingen van "
                            + $"{vraag.Gemeente}; "
                            + "meer dan dat geeft KOOP niet, dus die dag kan niet volledig worden gelezen."
                    );
            }
        }
    }

    /// <summary>Null when there are more than KOOP gives to one question.</summary>
    private async Task<KoopDeel?> LeesDeelAsync(KoopVraag deel, CancellationToken ct)
    {
        var verzameld = new Verzameling(deel);
        for (var begin = 1; begin <= instellingen.Grens; )
        {
            var pagina = await LeesPaginaAsync(deel, begin, verzameld.Beloofd, ct);
            if (pagina.Aantal >= instellingen.Grens)
            {
                return null;
            }
            verzameld.Voeg(pagina, begin);
            var laatste = begin - 1 + pagina.Gelezen;
            // The number is an estimate: a full page may be followed by another one.
            if (pagina.Gelezen == 0 || (laatste >= verzameld.Beloofd && pagina.Gelezen < instellingen.Pagina))
            {
                return verzameld.Deel();
            }
            begin = laatste + 1;
        }
        return null;
    }

    /// <summary>A page; one that is shorter than promised is read again, and the longest counts.</summary>
    private async Task<KoopAntwoord> LeesPaginaAsync(KoopVraag deel, int begin, int beloofd, CancellationToken ct)
    {
        var beste = await VraagAsync(deel, begin, beloofd, ct);
        for (var keer = 0; keer < Herlezingen && beste.Gelezen < Verwacht(beste, begin); keer++)
        {
            var nogmaals = await VraagAsync(deel, begin, beloofd, ct);
            beste = nogmaals.Gelezen >= beste.Gelezen ? nogmaals : beste;
        }
        return beste;
    }

    private int Verwacht(KoopAntwoord antwoord, int begin) =>
        Math.Min(instellingen.Pagina, (antwoord.Aantal ?? 0) - begin + 1);

    private async Task<KoopAntwoord> VraagAsync(KoopVraag deel, int begin, int beloofd, CancellationToken ct)
    {
        var antwoord = await _verbinding.HaalAsync(Adres(deel, begin), ct);
        if (antwoord.Diagnose is null)
        {
            return antwoord;
        }
        return begin > 1 && begin > beloofd
            ? new(beloofd, [], null) // SRU may call a page after the last one a fault
            : throw new ImportFout(
                $"KOOP begrijpt de vraag naar {deel.Gemeente} van {deel.Van:yyyy-MM-dd} tot en met "
                    + $"{deel.TotEnMet:yyyy-MM-dd} niet: "
                    + $"{antwoord.Diagnose}. Controleer de naam van de gemeente."
            );
    }

    private Uri Adres(KoopVraag deel, int begin) =>
        new UriBuilder(instellingen.Basis)
        {
            Query =
                $"operation=searchRetrieve&version=2.0&maximumRecords={instellingen.Pagina}&startRecord={begin}"
                + $"&query={Uri.EscapeDataString(deel.Cql())}",
        }.Uri;
}

using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>
/// Loads inhabitants per area for one year: GeoJSON with <c>aantal_inwoners</c> (CBS, PDOK) or a CSV with the columns
/// <c>code</c> and <c>inwoners</c>, and perhaps <c>huishoudens</c>. A wijk, stadsdeel or city without a figure gets the sum of what lies in it, only if all of that is known.
/// </summary>
public sealed partial class InwonersImport(Publicatie publicatie)
{
    /// <param name="bron">Where the numbers of a CSV come from; GeoJSON is of CBS.</param>
    public async Task<ImportRapport> LaadAsync(string pad, short jaar, string? bron, CancellationToken ct)
    {
        var levering = await Levering.OpenAsync(pad, ct);
        var isCsv = pad.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        var rijen = isCsv ? VanCsv(CsvBestand.Lees(pad)) : VanGeoJson(levering.Naam, await File.ReadAllBytesAsync(pad, ct));
        return await publicatie.LaadAsync(Dataset(rijen, jaar, isCsv, bron), levering, lading => LaadRijenAsync(lading, rijen, jaar, ct), ct);
    }

    // Buurten and wijken of a year are two deliveries: the one does not replace the other.
    private static Dataset Dataset(List<(int Rij, string? Code, string? Inwoners, string? Huishoudens)> rijen, short jaar, bool isCsv, string? bron)
    {
        var buurten = rijen.TrueForAll(r => r.Code is null || BuurtCode().IsMatch(r.Code));
        var (code, titel) = buurten ? ($"inwoners-buurt-{jaar}", $"Inwoners per buurt {jaar}") : ($"inwoners-{jaar}", $"Inwoners per gebied {jaar}");
        return isCsv
            ? new(code, titel, Onderwerp.Gebieden, "Uitgaven per inwoner eerlijk vergelijken.", "Gemeente", bron ?? "Levering van de gemeente", "Zie de voorwaarden van de bron")
            : new(code, titel, Onderwerp.Gebieden, "Uitgaven per inwoner eerlijk vergelijken.", "CBS", "CBS, kerncijfers wijken en buurten", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.nl");
    }

    [GeneratedRegex(@"^\s*(BU.*|[A-Z]{2}\d{2})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex BuurtCode();

    private static List<(int Rij, string? Code, string? Inwoners, string? Huishoudens)> VanCsv(CsvBestand csv)
    {
        csv.Eis("code", "inwoners");
        return [.. csv.Rijen.Where(r => !r.IsLeeg).Select(r => (r.Nummer, r["code"], r["inwoners"], r["huishoudens"]))];
    }

    private static List<(int Rij, string? Code, string? Inwoners, string? Huishoudens)> VanGeoJson(string naam, byte[] bytes) =>
        [.. GebiedBestand.Lees(naam, bytes).Select(r => (r.Rij, r.CbsCode ?? r.Code, r.Inwoners?.ToString(CultureInfo.InvariantCulture), r.Huishoudens?.ToString(CultureInfo.InvariantCulture)))];

    private static async Task LaadRijenAsync(Lading lading, List<(int Rij, string? Code, string? Inwoners, string? Huishoudens)> rijen, short jaar, CancellationToken ct)
    {
        var gebieden = await BekendeGebieden.LeesAsync(lading, ct);
        var gemeente = await lading.Db.QuerySingleAsync<string>("select right(code, 4) from gebied_nu where soort = 'stad'", transaction: lading.Transactie);
        var (anders, leeg) = (0, 0);
        var geladen = new Dictionary<string, (int Inwoners, int? Huishoudens)>();
        foreach (var (rij, code, tekst, hh) in rijen)
        {
            lading.Rapport.Gelezen++;
            if (code is { Length: >= 6 } && code[..2] is "BU" or "WK" or "GM" && code[2..6] != gemeente)
            {
                anders++;
            }
            else if (code is null || gebieden.OpCode(code) is not { } gebied)
            {
                lading.Rapport.Wijs(rij, "code", code, $"dit gebied bestaat niet in indeling {gebieden.Indeling}");
            }
            else if (tekst is null or "." or "-")
            {
                leeg++;
            }
            else if (!int.TryParse(tekst, NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("nl-NL"), out var inwoners) || inwoners < 0)
            {
                lading.Rapport.Wijs(rij, "inwoners", tekst, "dit is geen aantal inwoners");
            }
            else if (!geladen.TryAdd(gebied.Code, (inwoners, int.TryParse(hh, NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("nl-NL"), out var h) ? h : null)))
            {
                lading.Rapport.Wijs(rij, "code", code, "dit gebied stond al eerder in het bestand");
            }
        }
        Meld(lading.Rapport, anders, "rijen van andere gemeenten overgeslagen.");
        Meld(lading.Rapport, leeg, "rijen zonder aantal: daar blijven de inwoners onbekend.");
        lading.Rapport.Geladen = lading.Rapport.Gewijzigd = await lading.Db.ExecuteAsync(
            "insert into gebied_inwoners (versie_id, indeling, code, jaar, inwoners, huishoudens) select @VersieId, @Indeling, c, @jaar, i, h from unnest(@Codes, @Inwoners, @Huishoudens) t (c, i, h)",
            new { lading.VersieId, gebieden.Indeling, jaar, Codes = geladen.Keys.ToArray(), Inwoners = geladen.Values.Select(g => g.Inwoners).ToArray(), Huishoudens = geladen.Values.Select(g => g.Huishoudens).ToArray() }, lading.Transactie);
        foreach (var (boven, onder) in new[] { ("wijk", "buurt"), ("stadsdeel", "wijk"), ("stad", "stadsdeel"), ("stad", "wijk") })
        {
            await lading.Db.ExecuteAsync(new(OptelSql, new { lading.VersieId, gebieden.Indeling, jaar, boven, onder }, lading.Transactie, cancellationToken: ct));
        }
    }

    private static void Meld(ImportRapport rapport, int aantal, string tekst)
    {
        if (aantal > 0)
        {
            rapport.Meldingen.Add($"{aantal} {tekst}");
        }
    }

    private const string OptelSql = """
        insert into gebied_inwoners (versie_id, indeling, code, jaar, inwoners, huishoudens)
        select @VersieId, @Indeling, b.boven_code, @jaar, sum(i.inwoners), case when count(*) = count(i.huishoudens) then sum(i.huishoudens) end
        from gebied_nu g
        join gebied_boven b on b.indeling = g.indeling and b.code = g.code and b.boven_soort = @boven
        left join gebied_inwoners i on i.versie_id = @VersieId and i.code = g.code and i.jaar = @jaar
        where g.soort = @onder and g.indeling = @Indeling
        group by b.boven_code
        having count(*) = count(i.code)
        on conflict do nothing
        """;
}

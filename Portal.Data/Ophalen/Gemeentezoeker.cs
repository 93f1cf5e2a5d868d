using System.Text.Json;
using Dapper;
using Portal.Data.Gebieden;

namespace Portal.Data.Ophalen;

/// <summary>Which municipality an operator means, and where it lies.</summary>
internal static class Gemeentezoeker
{
    private const string VakSql = """
        select ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b)
        from (select ST_Extent(ST_Transform(g.geom, 4326)) as b from gebied_nu g
              join versie v on v.id = g.versie_id join dataset d on d.id = v.dataset_id
              where g.soort = 'stad' and not d.voorbeeld) e where b is not null
        """;

    /// <param name="tekst">GM0344, 0344 or Utrecht; null: the municipality of the portal.</param>
    /// <exception cref="ImportFout">It is not known, or the portal is of another.</exception>
    public static async Task<Gemeente> ZoekAsync(string? tekst, Gereedschap met, CancellationToken ct)
    {
        var eigen = await GebiedGemeente.BekendAsync(met.Db, ct);
        if (tekst is null)
        {
            var (code, naam) =
                eigen ?? throw new ImportFout("Zeg van welke gemeente: portal gemeente Utrecht, of GM0344.");
            return await MetVakAsync(new(code, naam), met, ct);
        }
        var gevraagd =
            eigen is { } e && (Gemeentecode.Lees(tekst) == e.Code || Zelfde(e.Naam, tekst)) ? new(e.Code, e.Naam)
            : Gemeentecode.Lees(tekst) is { } gm ? new(gm, gm)
            : await OpNaamAsync(tekst.Trim(), met, ct);
        if (eigen is { } van && van.Code != gevraagd.Code && van.Code != Gemeentecode.Onbekend)
        {
            throw new ImportFout(
                $"Dit portaal is van {Gemeentecode.Noem(van.Code, van.Naam)}, niet van "
                    + $"{Gemeentecode.Noem(gevraagd.Code, gevraagd.Naam)}. "
                    + "Begin voor een andere gemeente met een lege database. Er is niets veranderd."
            );
        }
        return await MetVakAsync(gevraagd, met, ct);
    }

    /// <summary>After its areas came in: how they call it, and where it is.</summary>
    public static async Task<Gemeente> MetVakAsync(Gemeente gemeente, Gereedschap met, CancellationToken ct)
    {
        var eigen = await GebiedGemeente.BekendAsync(met.Db, ct);
        await using var db = await met.Db.OpenConnectionAsync(ct);
        var vak = await db.QueryFirstOrDefaultAsync<(double, double, double, double)?>(
            new(VakSql, cancellationToken: ct)
        );
        return eigen is var (code, naam) && code == gemeente.Code ? gemeente with { Naam = naam, Vak = vak } : gemeente;
    }

    private static async Task<Gemeente> OpNaamAsync(string naam, Gereedschap met, CancellationToken ct)
    {
        if (GebiedDataset.GroteGemeenten.FirstOrDefault(g => Zelfde(g.Value, naam)).Key is { } bekend)
        {
            return new(bekend, naam);
        }
        if (met.Locatieserver is null)
        {
            throw new ImportFout($"Geef de code van {naam}, zoals GM0344: er is geen dienst ingesteld die namen kent.");
        }
        var pad = met.Pad("gemeente.json");
        var vraag =
            $"free?q={Uri.EscapeDataString(naam)}&fq={Uri.EscapeDataString("type:gemeente")}&rows=10&fl=gemeentecode,gemeentenaam";
        var adres = new Uri($"{met.Locatieserver.ToString().TrimEnd('/')}/{vraag}");
        if (await met.Haler.HaalAsync(adres, pad, Inhoud.Json, null, ct) is null)
        {
            throw new ImportFout($"{adres.Host} kent dit adres niet: {adres.AbsolutePath}");
        }
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(pad, ct));
        var gevonden = Lees(json.RootElement).ToList();
        return gevonden.FirstOrDefault(g => Zelfde(g.Naam, naam))
            ?? throw new ImportFout(
                $"Er is geen gemeente {Bestanden.Zin.Veilig(naam, 60)}."
                    + (
                        gevonden.Count == 0
                            ? ""
                            : $" Bedoelt u {Bestanden.Zin.Lijst([.. gevonden.Take(5).Select(g => g.Naam)])}?"
                    )
                    + " U kunt ook de code geven, zoals GM0344."
            );
    }

    private static IEnumerable<Gemeente> Lees(JsonElement json) =>
        json.TryGetProperty("response", out var antwoord) && antwoord.TryGetProperty("docs", out var docs)
            ? docs.EnumerateArray()
                .Select(d =>
                    (
                        Code: Gemeentecode.Lees(CbsTabel.Tekst(d, "gemeentecode")),
                        Naam: CbsTabel.Tekst(d, "gemeentenaam")
                    )
                )
                .Where(d => d.Code is not null && d.Naam is not null)
                .Select(d => new Gemeente(d.Code!, d.Naam!))
            : [];

    private static bool Zelfde(string a, string b) => Bestanden.Tekst.Kaal(a) == Bestanden.Tekst.Kaal(b);
}

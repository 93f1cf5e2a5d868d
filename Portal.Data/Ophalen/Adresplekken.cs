using System.Globalization;
using System.Text.Json;
using Dapper;

namespace Portal.Data.Ophalen;

/// <summary>An address of an institution, as a register gives it.</summary>
/// <param name="Straat">With the number: Dorpsstraat 1.</param>
public sealed record Adres(string Straat, string Postcode, string Woonplaats)
{
    public override string ToString() => $"{Straat}, {Postcode} {Woonplaats}";
}

/// <summary>A place in RD.</summary>
public sealed record Plek(double X, double Y)
{
    public string AlsGeoJson() =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"type":"Point","coordinates":[{{X}},{{Y}}]}""");
}

/// <summary>
/// Where addresses are, by PDOK's Locatieserver. What was found is kept, so that the next time only new ones are asked.
/// One with another postcode than the register says is not believed.
/// </summary>
internal sealed class Adresplekken(Gereedschap met, Gemeente gemeente)
{
    private sealed record Bekend(string Adres, double X, double Y);

    /// <summary>What an operator should know of it.</summary>
    public List<string> Meldingen { get; } = [];

    public async Task<IReadOnlyDictionary<Adres, Plek>> ZoekAsync(IReadOnlyList<Adres> adressen, CancellationToken ct)
    {
        await using var db = await met.Db.OpenConnectionAsync(ct);
        var bekend = (
            await db.QueryAsync<Bekend>(new("select adres, x, y from adresplek", cancellationToken: ct))
        ).ToDictionary(b => b.Adres, b => new Plek(b.X, b.Y));
        var gevonden = new Dictionary<Adres, Plek>();
        var (onbekend, weg) = (0, (string?)null);
        foreach (var adres in adressen.Distinct().Where(a => a.Postcode.Length == 6))
        {
            if (bekend.TryGetValue(adres.ToString(), out var plek))
            {
                gevonden[adres] = plek;
                continue;
            }
            try
            {
                plek = weg is null ? await VraagAsync(adres, ct) : null;
            }
            catch (ImportFout fout)
            {
                weg = fout.Message; // the rest of the register is worth having without a place
            }
            if (plek is null)
            {
                onbekend++;
                continue;
            }
            gevonden[adres] = plek;
            await db.ExecuteAsync(
                new(
                    "insert into adresplek (adres, x, y) values (@adres, @X, @Y) on conflict do nothing",
                    new
                    {
                        adres = adres.ToString(),
                        plek.X,
                        plek.Y,
                    },
                    cancellationToken: ct
                )
            );
        }
        Meld(onbekend, weg);
        return gevonden;
    }

    private void Meld(int onbekend, string? weg)
    {
        if (onbekend > 0)
        {
            Meldingen.Add($"Van {onbekend} adressen is de plek niet gevonden; ze staan in de lijst, niet op de kaart.");
        }
        if (weg is not null)
        {
            Meldingen.Add(weg);
        }
    }

    private async Task<Plek?> VraagAsync(Adres adres, CancellationToken ct)
    {
        if (met.Locatieserver is null)
        {
            return null;
        }
        var vraag = string.Join(
            '&',
            $"q={Uri.EscapeDataString($"{adres.Straat} {adres.Postcode} {adres.Woonplaats}")}",
            $"fq={Uri.EscapeDataString($"gemeentecode:{gemeente.Nummer}")}",
            $"fq={Uri.EscapeDataString("type:adres")}",
            "rows=1",
            "fl=postcode,centroide_rd"
        );
        var pad = met.Pad("adres.json");
        var adresVraag = new Uri($"{met.Locatieserver.ToString().TrimEnd('/')}/free?{vraag}");
        if (await met.Haler.HaalAsync(adresVraag, pad, Inhoud.Json, null, ct) is null)
        {
            return null;
        }
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(pad, ct));
        return Lees(json.RootElement, adres.Postcode);
    }

    private static Plek? Lees(JsonElement json, string postcode) =>
        json.TryGetProperty("response", out var antwoord)
        && antwoord.TryGetProperty("docs", out var docs)
        && docs.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } doc
        && CbsTabel.Tekst(doc, "postcode") == postcode
        && CbsTabel.Tekst(doc, "centroide_rd") is { } punt
            ? Punt(punt)
            : null;

    // POINT(121234.5 487654.3)
    private static Plek? Punt(string wkt)
    {
        var delen = wkt.Replace("POINT(", "", StringComparison.Ordinal)
            .TrimEnd(')')
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
            delen.Length == 2
            && double.TryParse(delen[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var x)
            && double.TryParse(delen[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var y)
            ? new(x, y)
            : null;
    }
}

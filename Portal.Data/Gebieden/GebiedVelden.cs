using System.Text.Json;
using Portal.Data.Bestanden;

namespace Portal.Data.Gebieden;

/// <summary>
/// The plain properties of one area in a file, found by any of the names that sources give them, without case.
/// </summary>
internal sealed class GebiedVelden
{
    private static readonly string[] Ouders =
    [
        "ligtinwijkid",
        "ligtingebiedenwijkid",
        "ligtinstadsdeelid",
        "ligtingebiedenstadsdeelid",
        "stadsdeel_code",
        "wijkcode",
        "wk_code",
    ];

    private readonly Dictionary<string, string> _velden = [];
    private readonly List<Onleesbaar> _onleesbaar = [];

    public GebiedVelden(JsonElement gebied)
    {
        if (gebied.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        foreach (var veld in gebied.EnumerateObject())
        {
            if (veld.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                _velden[veld.Name.ToLowerInvariant()] = veld.Value.ToString();
            }
        }
        if (gebied.TryGetProperty("_links", out var links) && links.ValueKind == JsonValueKind.Object)
        {
            VoegVerwijzingen(links);
        }
    }

    // Of HAL also the links that name another area.
    private void VoegVerwijzingen(JsonElement links)
    {
        foreach (var link in links.EnumerateObject().Where(l => l.Value.ValueKind == JsonValueKind.Object))
        {
            if (link.Value.TryGetProperty("identificatie", out var identificatie))
            {
                _velden.TryAdd(link.Name.ToLowerInvariant() + "id", identificatie.ToString());
            }
        }
    }

    public GebiedRij Lees(int rij, string? soort, string? geometrie)
    {
        var cbs = Eerste("cbscode", "cbs_code", "buurtcode", "bu_code", "wijkcode", "wk_code");
        return new()
        {
            Rij = rij,
            Soort = soort ?? Soort(cbs),
            Code = Eerste("code", "gebied_code") ?? cbs,
            CbsCode = cbs,
            Identificatie = Eerste("identificatie"),
            Volgnummer = Getal("volgnummer", "volgnummer"),
            Naam = Eerste("naam", "buurtnaam", "wijknaam", "bu_naam", "wk_naam", "gebied"),
            Ouder = Eerste([.. Ouders.Where(o => _velden.GetValueOrDefault(o)?.Trim() != cbs)]),
            Gemeente = Eerste("gemeentecode", "gm_code"),
            GemeenteNaam = Eerste("gemeentenaam", "gm_naam"),
            GeldigVan = Dag("beginGeldigheid", "begingeldigheid"),
            GeldigTot = Dag("eindGeldigheid", "eindgeldigheid"),
            Inwoners = Getal("inwoners", "aantal_inwoners", "aantalinwoners", "aant_inw"),
            Huishoudens = Getal("huishoudens", "huishoudens", "aantal_huishoudens", "aantalhuishoudens", "aantal_hh"),
            Geometrie = geometrie,
            Ggw = Eerste("ligtinggwgebiedid", "ligtingebiedenggwgebiedid", "ggwgebiedcode"),
            Onleesbaar = _onleesbaar,
        };
    }

    private string? Soort(string? cbs) =>
        cbs?[..Math.Min(2, cbs.Length)] switch
        {
            "BU" => "buurt",
            "WK" => "wijk",
            _ => _velden.ContainsKey("gebied_code") ? "gebied"
            : _velden.ContainsKey("stadsdeel_code") ? "wijk"
            : _velden.ContainsKey("aantal_wijken") ? "stadsdeel"
            : null,
        };

    private string? Eerste(params string[] namen) =>
        namen.Select(n => _velden.GetValueOrDefault(n)).FirstOrDefault(w => !string.IsNullOrWhiteSpace(w))?.Trim();

    // CBS: -99997 and the like are missing, as "." is in StatLine.
    private int? Getal(string kolom, params string[] namen)
    {
        if (Eerste(namen) is not { } tekst || tekst is "." or "-")
        {
            return null;
        }
        if (Aantal.Lees(tekst) is { } getal)
        {
            return getal >= 0 ? getal : null;
        }
        _onleesbaar.Add(new(kolom, tekst, "dit is geen geheel getal"));
        return null;
    }

    private DateOnly? Dag(string kolom, string naam)
    {
        var tekst = Eerste(naam);
        var dag = Datum.Lees(tekst is [_, _, _, _, '-', _, _, '-', _, _, 'T', ..] ? tekst[..10] : tekst);
        if (tekst is not null && dag is null)
        {
            _onleesbaar.Add(new(kolom, tekst, "dit is geen datum; schrijf 2022-03-24 of 24-03-2022"));
        }
        return dag;
    }
}

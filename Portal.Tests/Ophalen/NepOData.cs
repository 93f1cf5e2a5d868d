using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Portal.Tests.Ophalen;

/// <summary>A table as CBS has it: what its columns are called there, and its rows.</summary>
/// <param name="Kolommen">As in its data: AantalInwoners_5.</param>
public sealed record NepTabel(IReadOnlyList<string> Kolommen, IReadOnlyList<JsonObject> Rijen)
{
    public string Gewijzigd { get; set; } = "2026-10-01T02:00:00";
}

/// <summary>
/// OData 3 of CBS as far as we ask it: pages with a link to the next, the filters that it knows, and no order.
/// </summary>
public sealed partial class NepOData(string host)
{
    public Dictionary<string, NepTabel> Tabellen { get; } = [];

    public int Pagina { get; set; } = 10_000;

    /// <summary>It takes no notice of a filter, as has been seen.</summary>
    public bool FiltertNiet { get; set; }

    public string? Antwoord(string pad, IQueryCollection vraag)
    {
        if (
            Pad().Match(pad) is not { Success: true } gevonden
            || !Tabellen.TryGetValue(gevonden.Groups[1].Value, out var tabel)
        )
        {
            return null;
        }
        return gevonden.Groups[2].Value switch
        {
            "TableInfos" => Lijst([new JsonObject { ["ID"] = 0, ["Modified"] = tabel.Gewijzigd }]),
            "DataProperties" => Lijst(Eigenschappen(tabel)),
            "TypedDataSet" => Rijen(pad, tabel, vraag),
            _ => null,
        };
    }

    private static IEnumerable<JsonObject> Eigenschappen(NepTabel tabel) =>
        tabel
            .Kolommen.Select(
                (k, i) =>
                    new JsonObject
                    {
                        ["odata.type"] = "Cbs.OData.Topic",
                        ["ID"] = i + 1,
                        ["Type"] = "Topic",
                        ["Key"] = k,
                        ["Title"] = k.Split('_')[0],
                    }
            )
            .Prepend(
                new JsonObject
                {
                    ["ID"] = 0,
                    ["Type"] = "TopicGroup",
                    ["Key"] = "",
                    ["Title"] = "Bevolking",
                }
            );

    private string Rijen(string pad, NepTabel tabel, IQueryCollection vraag)
    {
        var keuze = vraag["$select"].ToString().Split(',');
        var past = Filter(vraag["$filter"].ToString());
        var begin = int.TryParse(vraag["$skip"], out var skip) ? skip : 0;
        var gevonden = tabel.Rijen.Where(r => FiltertNiet || past(r)).ToList();
        var volgende =
            begin + Pagina < gevonden.Count
                ? $"http://{host}{pad}?$format=json&$filter={Uri.EscapeDataString(vraag["$filter"]!)}&$select={vraag["$select"]}&$skip={begin + Pagina}"
                : null;
        return Lijst(
            gevonden
                .Skip(begin)
                .Take(Pagina)
                .Select(r => new JsonObject(
                    r.Where(l => keuze.Contains(l.Key)).Select(l => KeyValuePair.Create(l.Key, l.Value?.DeepClone()))
                )),
            volgende
        );
    }

    private static Func<JsonObject, bool> Filter(string filter)
    {
        var eisen = filter.Split(" and ").Select(Eis).ToList();
        return rij => eisen.All(e => e(rij));
    }

    private static Func<JsonObject, bool> Eis(string tekst) =>
        Bevat().Match(tekst) is { Success: true } bevat
            ? r => ((string?)r[bevat.Groups[2].Value])!.Contains(bevat.Groups[1].Value, StringComparison.Ordinal)
        : Is().Match(tekst) is { Success: true } gelijk
            ? r => (string?)r[gelijk.Groups[1].Value] == gelijk.Groups[2].Value // with its padding
        : throw new InvalidOperationException($"No filter of OData 3 that is known here: {tekst}");

    private static string Lijst(IEnumerable<JsonObject> rijen, string? volgende = null)
    {
        var antwoord = new JsonObject
        {
            ["odata.metadata"] = "https://opendata.cbs.nl/…/$metadata",
            ["value"] = new JsonArray([.. rijen]),
        };
        if (volgende is not null)
        {
            antwoord["odata.nextLink"] = volgende;
        }
        return antwoord.ToJsonString(new JsonSerializerOptions());
    }

    [GeneratedRegex(@"^/ODataFeed/odata/(\w+)/(\w+)$")]
    private static partial Regex Pad();

    [GeneratedRegex(@"^substringof\('([^']*)',(\w+)\)$")]
    private static partial Regex Bevat();

    [GeneratedRegex(@"^(\w+) eq '([^']*)'$")]
    private static partial Regex Is();
}

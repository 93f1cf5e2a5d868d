using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Web.Pages.Data;

/// <summary>What is said of things, for programs (RDF): written as Turtle and as JSON-LD.</summary>
public sealed class Grafiek
{
    private static readonly Dictionary<string, string> Voorvoegsels = new()
    {
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
        ["spdx"] = "http://spdx.org/rdf/terms#",
        ["adms"] = "http://www.w3.org/ns/adms#",
    };

    private readonly List<(string Wat, string Eigenschap, Term Waarde)> _uitspraken = [];
    private readonly HashSet<(string, string, Term)> _bekend = [];

    /// <summary>A thing, by its address, or a text: in a language, or of a kind.</summary>
    private sealed record Term(string Tekst, string? Taal = null, string? Soort = null, bool Ding = false);

    public Grafiek Is(string wat, string soort) => Ding(wat, "rdf:type", Vol(soort));

    public Grafiek Ding(string wat, string eigenschap, string? adres) =>
        adres is null ? this : Zeg(wat, eigenschap, new(Vol(adres), Ding: true));

    public Grafiek Tekst(string wat, string eigenschap, string? tekst, string? taal = "nl") =>
        string.IsNullOrWhiteSpace(tekst) ? this : Zeg(wat, eigenschap, new(tekst, taal));

    public Grafiek Waarde(string wat, string eigenschap, string waarde, string soort) =>
        Zeg(wat, eigenschap, new(waarde, Soort: soort));

    public Grafiek Moment(string wat, string eigenschap, DateTime moment) =>
        Waarde(
            wat,
            eigenschap,
            moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "xsd:dateTime"
        );

    private Grafiek Zeg(string wat, string eigenschap, Term waarde)
    {
        if (_bekend.Add((wat, eigenschap, waarde)))
        {
            _uitspraken.Add((wat, eigenschap, waarde));
        }
        return this;
    }

    public string Turtle()
    {
        var uit = new StringBuilder();
        foreach (var (voor, adres) in Voorvoegsels)
        {
            uit.Append(CultureInfo.InvariantCulture, $"@prefix {voor}: <{adres}> .\n");
        }
        foreach (var ding in _uitspraken.GroupBy(u => u.Wat))
        {
            uit.Append(CultureInfo.InvariantCulture, $"\n<{Adres(ding.Key)}>\n    ");
            uit.AppendJoin(" ;\n    ", ding.Select(u => $"{u.Eigenschap} {Turtle(u.Waarde)}"));
            uit.Append(" .\n");
        }
        return uit.ToString();
    }

    public string JsonLd()
    {
        var context = new JsonObject(Voorvoegsels.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value)));
        var dingen = _uitspraken
            .GroupBy(u => u.Wat)
            .Select(ding => new JsonObject(
                ding.GroupBy(u => u.Eigenschap)
                    .Select(e =>
                        e.Key == "rdf:type"
                            ? KeyValuePair.Create("@type", (JsonNode?)Lijst(e.Select(u => (JsonNode)u.Waarde.Tekst)))
                            : KeyValuePair.Create(e.Key, (JsonNode?)Lijst(e.Select(u => Json(u.Waarde))))
                    )
                    .Prepend(KeyValuePair.Create("@id", (JsonNode?)ding.Key))
            ));
        return new JsonObject { ["@context"] = context, ["@graph"] = Lijst(dingen) }.ToJsonString(
            new JsonSerializerOptions { WriteIndented = true }
        );
    }

    private static JsonArray Lijst(IEnumerable<JsonNode> delen) => [.. delen];

    private static JsonObject Json(Term term) =>
        term.Ding ? new() { ["@id"] = term.Tekst }
        : term.Soort is { } soort ? new() { ["@value"] = term.Tekst, ["@type"] = soort }
        : term.Taal is { } taal ? new() { ["@value"] = term.Tekst, ["@language"] = taal }
        : new() { ["@value"] = term.Tekst };

    private static string Turtle(Term term) =>
        term.Ding ? $"<{Adres(term.Tekst)}>"
        : term.Soort is { } soort ? $"{Aanhaal(term.Tekst)}^^{soort}"
        : term.Taal is { } taal ? $"{Aanhaal(term.Tekst)}@{taal}"
        : Aanhaal(term.Tekst);

    private static string Aanhaal(string tekst)
    {
        var uit = new StringBuilder("\"");
        foreach (var letter in tekst)
        {
            _ = letter switch
            {
                '"' => uit.Append("\\\""),
                '\\' => uit.Append("\\\\"),
                '\n' => uit.Append("\\n"),
                '\r' => uit.Append("\\r"),
                < ' ' => uit.Append(' '),
                _ => uit.Append(letter),
            };
        }
        return uit.Append('"').ToString();
    }

    // What may not stand in an address there is written in hexadecimal.
    private static string Adres(string adres) =>
        string.Concat(
            adres.Select(c =>
                c <= ' ' || "<>\"{}|^`\\".Contains(c, StringComparison.Ordinal) ? Uri.HexEscape(c) : $"{c}"
            )
        );

    private static string Vol(string naam) =>
        naam.IndexOf(':') is > 0 and var punt && Voorvoegsels.TryGetValue(naam[..punt], out var adres)
            ? adres + naam[(punt + 1)..]
            : naam;
}

using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Bestanden;
using Portal.Data.Uitvoer;

namespace Portal.Web.Beheer;

/// <summary>A value that somebody else changed meanwhile.</summary>
public sealed record Anders(string Kop, string? Nu, string? VanU);

/// <summary>A row as it was filled in: by the columns of its register, to a delivery of one row.</summary>
public sealed class Rijformulier(IFormCollection formulier, RijDatasetRow dataset)
{
    private const int Langst = 20_000;

    public string Titel => Tekst("titel") ?? throw new ImportFout("Vul in: de titel.");
    public string? Gebied => Tekst("gebiedscode");

    public string? Waarde(Kolom kolom) => Tekst($"k_{kolom.Naam}");

    /// <summary>A delivery of this row alone; what is wrong with a value is told by the import, as of a file.</summary>
    public string AlsGeoJson(string sleutel, RijRow? was)
    {
        var velden = new JsonObject
        {
            ["id"] = sleutel,
            ["titel"] = Titel,
            ["gebiedscode"] = was?.Gebied == Gebied && IsVerplaatst(was) ? null : Gebied, // then it follows from the new place
        };
        foreach (var kolom in dataset.Kolommen)
        {
            velden[kolom.Naam] = Waarde(kolom);
        }
        var rij = new JsonObject
        {
            ["type"] = "Feature",
            ["properties"] = velden,
            ["geometry"] = Plek(was),
        };
        return new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray(rij) }.ToJsonString();
    }

    /// <summary>What differs from the row as it is now.</summary>
    public IReadOnlyList<Anders> Verschil(RijRow nu)
    {
        var waarden = nu.Waarden;
        return
        [
            .. new[] { new Anders("Titel", nu.Titel, Tekst("titel")), new Anders("Gebied", nu.Gebied, Gebied) }
                .Concat(dataset.Kolommen.Select(k => new Anders(k.Kop, waarden.GetValueOrDefault(k.Naam), Waarde(k))))
                .Where(a => (a.Nu ?? "") != (a.VanU ?? "")),
        ];
    }

    /// <summary>Whether a point was given another place.</summary>
    public bool IsVerplaatst(RijRow? was) =>
        was is { X: not null } or { Vorm: null }
        && (Tekst("x") ?? "", Tekst("y") ?? "") != (Meter(was?.X), Meter(was?.Y));

    public static string Meter(double? plek) => plek?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    // A point can be moved; another shape stays as it is
    private JsonNode? Plek(RijRow? was)
    {
        if (was?.Vorm is not null && was.X is null)
        {
            return JsonNode.Parse(was.Vorm);
        }
        if ((Tekst("x"), Tekst("y")) is not ({ } x, { } y))
        {
            return null;
        }
        return (Getal(x), Getal(y)) is ({ } oost, { } noord)
            ? new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(oost, noord) }
            : throw new ImportFout("De plek is geen paar getallen. Schrijf x en y, bijvoorbeeld 121010 en 487050.");
    }

    private static double? Getal(string tekst) =>
        double.TryParse(tekst.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var getal)
        && double.IsFinite(getal)
            ? getal
            : null;

    private string? Tekst(string veld)
    {
        var tekst = formulier[veld].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        return tekst.Length > Langst ? throw new ImportFout("Een van de teksten is langer dan 20.000 tekens.")
            : tekst.Length == 0 ? null
            : tekst;
    }
}

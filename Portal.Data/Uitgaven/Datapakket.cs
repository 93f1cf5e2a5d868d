using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Data.Uitvoer;

namespace Portal.Data.Uitgaven;

/// <summary>
/// Describes the files of a version for programs: a Data Package (Frictionless), of money a Fiscal Data Package.
/// </summary>
public static class Datapakket
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, not a page
    };

    /// <param name="bestanden">Of each table its CSV.</param>
    public static string Maak(
        Uitgave uitgave,
        IReadOnlyList<(UitgaveTabel Tabel, Uitgavebestand Bestand)> bestanden,
        Uri basis
    )
    {
        var (d, v) = (uitgave.Dataset, uitgave.Versie);
        var fiscaal = bestanden.Any(b => b.Tabel.Collectie.Kolommen.Any(k => k.Fiscaal is not null));
        return JsonSerializer.Serialize(
            new
            {
                Profile = fiscaal ? "fiscal-data-package" : "tabular-data-package",
                Name = d.Code,
                Id = new Uri(basis, uitgave.Pad).AbsoluteUri,
                Title = d.Titel,
                Description = d.Doel,
                Version = $"{v.Nummer}",
                Created = v.GepubliceerdOp.ToUniversalTime(),
                Homepage = new Uri(basis, $"data/{d.Code}").AbsoluteUri,
                // Frictionless wants an address; a licence that is only words stands in LEESMIJ.txt
                Licenses = d.LicentieUrl is null ? null : new[] { new { Path = d.LicentieUrl, Title = d.Licentie } },
                Sources = new[] { new { Title = d.Bron } },
                Contributors = new[] { new { Title = d.Eigenaar, Role = "publisher" } },
                Resources = bestanden.Select(b => Bron(b.Tabel, b.Bestand)),
            },
            Json
        );
    }

    private static object Bron(UitgaveTabel tabel, Uitgavebestand bestand) =>
        new
        {
            Profile = "tabular-data-resource",
            Name = tabel.Naam,
            Title = tabel.Collectie.Titel,
            Path = $"{tabel.Naam}.csv",
            Format = "csv",
            Mediatype = "text/csv",
            Encoding = "utf-8",
            bestand.Bytes,
            Hash = $"sha256:{bestand.Sha256}",
            Schema = new
            {
                Fields = VasteKolommen
                    .Alle(tabel.Collectie)
                    .Select(k => Veld(k, tabel.Collectie.Kolommen.Any(e => e.Fiscaal is not null) ? Fiscaal(k) : null)),
                MissingValues = new[] { "" },
                PrimaryKey = "id",
            },
        };

    private static string? Fiscaal(Kolom k) =>
        k.Naam switch
        {
            "id" => "budget-line-id",
            "gebiedscode" => "geo:target:code",
            _ => k.Fiscaal,
        };

    private static object Veld(Kolom k, string? fiscaal) =>
        new
        {
            Name = k.Naam,
            Type = Kolomsoorten.Frictionless(k.Soort),
            Title = k.Kop,
            Description = Uitleg(k),
            ColumnType = fiscaal,
            Unit = k.Eenheid,
            TrueValues = k.Soort == KolomSoort.JaNee ? new[] { "t" } : null,
            FalseValues = k.Soort == KolomSoort.JaNee ? new[] { "f" } : null,
            Constraints = k.Codes.Count == 0 || k.AndereOok ? null : new { Enum = k.Codes.Select(c => c.Code) },
        };

    /// <summary>What a column means, with its codes.</summary>
    public static string? Uitleg(Kolom k) =>
        string.Join(
            " ",
            new[]
            {
                k.Uitleg,
                k.Codes.Count == 0 ? null : string.Join("; ", k.Codes.Select(c => $"{c.Code}: {c.Naam}")),
            }.OfType<string>()
        )
            is { Length: > 0 } tekst
            ? tekst
            : null;
}

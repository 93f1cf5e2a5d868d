using System.Text.Json;
using Portal.Data.Datasets;

namespace Portal.Data.Oordelen;

/// <summary>A text of a row that the mask stands for: by the key of its row, and its column.</summary>
public sealed record WeggelatenTekst(string Sleutel, string Kolom, string Tekst);

/// <summary>
/// The texts that the rows of a delivery lost to the mask: in the archive beside that delivery, never in the database,
/// so that staff can judge them and what is of nobody can be put back (docs/decisions/0039).
/// </summary>
internal static class Weggelaten
{
    public static void Bewaar(
        string archief,
        string sha256,
        string dataset,
        IReadOnlyCollection<WeggelatenTekst> teksten
    )
    {
        var pad = Pad(archief, sha256, dataset);
        if (teksten.Count == 0)
        {
            File.Delete(pad);
            return;
        }
        using (var bestand = new FileStream(pad + ".nieuw", Levering.AlleenVanOns()))
        {
            JsonSerializer.Serialize(bestand, teksten);
        }
        File.Move(pad + ".nieuw", pad, overwrite: true);
    }

    public static IReadOnlyList<WeggelatenTekst> Lees(string archief, string sha256, string dataset)
    {
        var pad = Pad(archief, sha256, dataset);
        if (!File.Exists(pad))
        {
            return [];
        }
        using var bestand = File.OpenRead(pad);
        return JsonSerializer.Deserialize<List<WeggelatenTekst>>(bestand)!;
    }

    private static string Pad(string archief, string sha256, string dataset) =>
        Path.Combine(archief, $"{sha256}-{dataset}.weggelaten");
}

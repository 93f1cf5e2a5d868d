using System.Text;
using System.Text.Json;
using Portal.Data.Bestanden;

namespace Portal.Data.Registers;

/// <summary>
/// The things of a GeoJSON, one at a time: of a file of any length only the thing that is read now is in memory. The
/// file is read again for every walk, as a CSV is.
/// </summary>
internal sealed class GeoJsonStroom(string pad, string naam)
{
    private static readonly JsonDocumentOptions Ding = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Whether it can be read so: UTF-8 throughout. Else it must be put right first, as a whole.</summary>
    public static bool Kan(string pad, string naam) =>
        Lettercodering.Van(pad, naam) is { Encoding: UTF8Encoding, Melding: null };

    /// <summary>Each thing, until the next is asked; null is one that is larger than a thing may be.</summary>
    /// <exception cref="ImportFout">It is no GeoJSON, or not whole.</exception>
    public IEnumerable<JsonElement?> Dingen()
    {
        using var bestand = File.OpenRead(pad);
        var lezer = new JsonStroom(bestand, naam);
        if (!NaarFeatures(lezer))
        {
            throw new ImportFout($"{naam} is geen GeoJSON: het hoort een FeatureCollection te zijn, met features.");
        }
        while (lezer.Waarde() is { } waarde)
        {
            using var ding = waarde.IsEmpty ? null : Ontleed(waarde, lezer);
            yield return ding?.RootElement;
        }
        NaFeatures(lezer);
    }

    private static bool NaarFeatures(JsonStroom lezer)
    {
        if (lezer.Lees() != JsonTokenType.StartObject)
        {
            return false;
        }
        while (lezer.Lees() == JsonTokenType.PropertyName)
        {
            var isFeatures = lezer.Naam == "features";
            var soort = lezer.Lees();
            if (isFeatures)
            {
                return soort == JsonTokenType.StartArray;
            }
            lezer.SlaOver(soort);
        }
        return false;
    }

    // What comes after the list is of no use, but a file that was cut off is no delivery
    private void NaFeatures(JsonStroom lezer)
    {
        while (lezer.Lees() is var soort and not JsonTokenType.None)
        {
            if (soort == JsonTokenType.PropertyName && lezer.Naam == "features")
            {
                throw new ImportFout($"In {naam} staat features twee keer. Er is niets veranderd.");
            }
            if (soort == JsonTokenType.PropertyName)
            {
                lezer.SlaOver(lezer.Lees());
            }
        }
    }

    private JsonDocument Ontleed(ReadOnlyMemory<byte> waarde, JsonStroom lezer)
    {
        try
        {
            return JsonDocument.Parse(waarde, Ding);
        }
        catch (JsonException fout)
        {
            throw JsonBestand.Kapot(naam, fout, waarde.Span);
        }
        catch (InvalidOperationException)
        {
            // A name with half a letter cannot be compared with the others
            throw JsonBestand.HalfTeken(naam, waarde.Span, lezer.Regel);
        }
    }
}

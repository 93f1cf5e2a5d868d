using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Iv3;

/// <summary>
/// Loads the JSON that one municipality hands to CBS (schema 2.1.1). What points at a person is taken out before
/// anything
/// is kept: <c>contact</c>, <c>opmerkingen</c>, and <c>details</c> where the municipality did not make them public.
/// </summary>
internal sealed class Iv3JsonImport(Publicatie publicatie)
{
    private static readonly JsonSerializerOptions Netjes = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task<ImportRapport> LaadAsync(Levering levering, Iv3Opties opties, CancellationToken ct)
    {
        var wortel = Ontleed(levering);
        var meta = Iv3Metadata.Lees(levering.Naam, wortel);
        var factor = opties.Eenheid switch
        {
            "euro" => 1,
            "duizend" => 1000,
            _ => throw new ImportFout(
                $"Of {levering.Naam} in euro's of in duizenden euro's is, staat niet in het bestand. Vraag "
                    + "het de afzender en geef --eenheid euro of --eenheid duizend mee."
            ),
        };
        var definities = Iv3Definities.Lees(opties.Definities, meta.Periode.Jaar);
        var map = Directory.CreateTempSubdirectory("portal-iv3");
        try
        {
            using var kaal = await ZonderPersonenAsync(levering, wortel, map.FullName, ct);
            kaal.Meldingen.AddRange(levering.Meldingen);
            return await publicatie.LaadAsync(
                meta.Dataset,
                kaal,
                lading => LaadRijenAsync(lading, wortel, meta, definities, factor, ct),
                ct
            );
        }
        finally
        {
            map.Delete(recursive: true);
        }
    }

    private static async Task LaadRijenAsync(
        Lading lading,
        JsonObject wortel,
        Iv3Metadata meta,
        Iv3Definities? definities,
        int factor,
        CancellationToken ct
    )
    {
        var lezer = new Iv3JsonLezer(meta, definities, factor, lading.Rapport);
        var rijen = lezer.Lees(
            wortel["data"] as JsonObject
                ?? throw new ImportFout($"In {lading.Rapport.Bestand} ontbreekt het onderdeel data.")
        );
        if (definities is null)
        {
            lading.Rapport.Meldingen.Add(
                "Codes, grijze cellen en controles zijn niet nagekeken: geef --definities mee met het "
                    + "definitiebestand van het CBS."
            );
        }
        else
        {
            await definities.BewaarAsync(lading);
            lading.Rapport.Meldingen.AddRange(Iv3Controles.Voer(wortel, meta, definities, factor));
        }
        await Iv3Rij.KopieerAsync(lading, meta.Periode, rijen, ct);
    }

    private static JsonObject Ontleed(Levering levering)
    {
        var naam = levering.Naam;
        var (utf8, melding) = JsonBestand.Bytes(levering.Pad, naam);
        levering.Meldingen.AddRange(melding is null ? [] : [melding]);
        try
        {
            JsonBestand.EisHeleTekens(utf8.Span, naam);
            // Of two values for one name we cannot know which counts
            var wortel =
                JsonNode.Parse(utf8.Span, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject
                ?? throw new ImportFout($"{naam} is geen Iv3-levering: het buitenste element is geen object.");
            return wortel.ContainsKey("codelijsten")
                ? throw new ImportFout($"{naam} is een definitiebestand, geen levering. Geef het mee met --definities.")
                : wortel;
        }
        catch (Exception fout) when (fout is JsonException or ArgumentException)
        {
            var regel = (fout as JsonException)?.LineNumber is { } nummer ? $" op regel {nummer + 1}" : "";
            throw new ImportFout(
                $"{naam} is geen geldige JSON: het gaat mis{regel}. Is het bestand afgekapt, of staat er een naam "
                    + "dubbel? "
                    + "Er is niets veranderd.",
                fout
            );
        }
    }

    // The archive is named by its SHA-256, so the fingerprint is that of the file without persons; the same delivery
    // gives the same.
    private static async Task<Levering> ZonderPersonenAsync(
        Levering levering,
        JsonObject wortel,
        string map,
        CancellationToken ct
    )
    {
        wortel.Remove("contact");
        wortel.Remove("opmerkingen");
        if (
            wortel["metadata"]?["details_openbaar"] is not JsonValue waarde
            || !waarde.TryGetValue(out bool openbaar)
            || !openbaar
        )
        {
            foreach (
                var rij in (wortel["data"] as JsonObject ?? [])
                    .Select(d => d.Value)
                    .OfType<JsonArray>()
                    .SelectMany(a => a)
                    .OfType<JsonObject>()
            )
            {
                rij.Remove("details");
            }
        }
        var bytes = JsonSerializer.SerializeToUtf8Bytes(wortel, Netjes);
        var pad = Path.Combine(map, levering.Naam);
        await File.WriteAllBytesAsync(pad, bytes, ct);
        return new(pad, levering.Naam, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }
}

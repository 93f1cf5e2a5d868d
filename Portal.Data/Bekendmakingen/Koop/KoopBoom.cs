using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>
/// An answer as one tree of elements without namespaces, whether it came as XML or as JSON. A list of one or an object,
/// a value with or without a scheme, a number or a text: in the tree they look alike.
/// </summary>
internal static class KoopBoom
{
    /// <summary>A page of 100 records is about 1 MB; one with large areas a few times that.</summary>
    public const int Grootst = 64 * 1024 * 1024;
    public const int Diepst = 64;

    public static async Task<XElement> LeesAsync(Stream stroom, int grootst, CancellationToken ct)
    {
        var tekst = await LeesTekstAsync(stroom, grootst, ct);
        try
        {
            return tekst.TrimStart() switch
            {
                ['<', ..] => LeesXml(tekst),
                ['{', ..] => LeesJson(tekst),
                "" => throw new ImportFout("KOOP gaf een leeg antwoord; probeer het later opnieuw."),
                _ => throw new ImportFout("Het antwoord van KOOP is geen XML en geen JSON; probeer het later opnieuw."),
            };
        }
        catch (Exception fout) when (fout is XmlException or JsonException)
        {
            throw new ImportFout(
                $"Het antwoord van KOOP is niet te lezen ({fout.Message}); probeer het later opnieuw.",
                fout
            );
        }
    }

    private static async Task<string> LeesTekstAsync(Stream stroom, int grootst, CancellationToken ct)
    {
        using var inhoud = new MemoryStream();
        var blok = new byte[81920];
        int gelezen;
        while ((gelezen = await stroom.ReadAsync(blok, ct)) > 0)
        {
            if (inhoud.Length + gelezen > grootst)
            {
                throw new ImportFout(
                    $"Het antwoord van KOOP is groter dan {grootst / 1024 / 1024} MB; vraag minder tegelijk."
                );
            }
            inhoud.Write(blok, 0, gelezen);
        }
        inhoud.Position = 0;
        using var lezer = new StreamReader(inhoud, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return await lezer.ReadToEndAsync(ct);
    }

    private static XElement LeesXml(string tekst)
    {
        var veilig = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using (var lezer = XmlReader.Create(new StringReader(tekst.TrimStart()), veilig))
        {
            while (lezer.Read())
            {
                BewaakDiepte(lezer.Depth);
            }
        }
        using var nogmaals = XmlReader.Create(new StringReader(tekst.TrimStart()), veilig);
        var boom = XElement.Load(nogmaals);
        foreach (var element in boom.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }
        return boom;
    }

    private static XElement LeesJson(string tekst)
    {
        using var json = JsonDocument.Parse(tekst, new JsonDocumentOptions { MaxDepth = Diepst });
        var boom = new XElement("antwoord");
        Voeg(boom, json.RootElement);
        return boom;
    }

    // The depth is that of the document, which JsonDocument has limited.
    private static void Voeg(XElement ouder, JsonElement waarde)
    {
        if (waarde.ValueKind != JsonValueKind.Object)
        {
            ouder.Add(new XText(waarde.ValueKind == JsonValueKind.Null ? "" : waarde.ToString()));
            return;
        }
        if (waarde.TryGetProperty("$", out var inhoud))
        {
            Voeg(ouder, inhoud); // what stands beside it are attributes
            return;
        }
        foreach (var eigenschap in waarde.EnumerateObject().Where(e => !e.Name.StartsWith('@')))
        {
            var naam = XmlConvert.EncodeLocalName(eigenschap.Name[(eigenschap.Name.LastIndexOf(':') + 1)..]);
            var lijst =
                eigenschap.Value.ValueKind == JsonValueKind.Array
                    ? eigenschap.Value.EnumerateArray().ToArray()
                    : [eigenschap.Value];
            foreach (var deel in lijst.Where(_ => naam is { Length: > 0 }))
            {
                var kind = new XElement(naam!);
                Voeg(kind, deel);
                ouder.Add(kind);
            }
        }
    }

    private static void BewaakDiepte(int diepte)
    {
        if (diepte > Diepst)
        {
            throw new XmlException($"meer dan {Diepst} lagen diep");
        }
    }
}

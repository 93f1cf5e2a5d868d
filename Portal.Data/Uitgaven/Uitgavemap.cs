using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

namespace Portal.Data.Uitgaven;

/// <summary>A file of a version, as it lies in the folder.</summary>
public sealed record Uitgavebestand(string Sha256, long Bytes, string Oordeelstand);

/// <summary>
/// The folder with the files of versions: each made once, named by its hash, and kept. What belongs to a version stands
/// in a list beside it. When a text was judged since, a file is made again out of what may be shown now.
/// </summary>
public sealed class Uitgavemap(string map)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _bezig = [];

    /// <summary>A file that is there already and is still right; null: it must be made.</summary>
    public Uitgavebestand? Vind(Uitgave uitgave, string naam, string oordeelstand) =>
        Lijst(uitgave).GetValueOrDefault(naam) is { } bestand
        && bestand.Oordeelstand == oordeelstand
        && File.Exists(Pad(bestand.Sha256))
            ? bestand
            : null;

    /// <summary>Where its bytes are.</summary>
    public string Pad(string sha256) => Path.GetFullPath(Path.Combine(map, sha256[..2], sha256));

    /// <summary>What is there of a version, by name.</summary>
    public IReadOnlyDictionary<string, Uitgavebestand> Lijst(Uitgave uitgave)
    {
        var pad = Lijstpad(uitgave);
        return File.Exists(pad)
            ? JsonSerializer.Deserialize<Dictionary<string, Uitgavebestand>>(File.ReadAllText(pad))!
            : [];
    }

    /// <summary>Makes a file, unless another has made it meanwhile; it is there whole or not at all.</summary>
    public async Task<Uitgavebestand> MaakAsync(
        Uitgave uitgave,
        string naam,
        string oordeelstand,
        Func<Stream, Task> schrijf,
        CancellationToken ct
    )
    {
        var slot = _bezig.GetOrAdd($"{Lijstpad(uitgave)}/{naam}", _ => new(1, 1));
        await slot.WaitAsync(ct);
        try
        {
            if (Vind(uitgave, naam, oordeelstand) is { } klaar)
            {
                return klaar;
            }
            var bestand = await SchrijfAsync(schrijf, oordeelstand, ct);
            Noteer(uitgave, naam, bestand);
            return bestand;
        }
        finally
        {
            slot.Release();
        }
    }

    private async Task<Uitgavebestand> SchrijfAsync(
        Func<Stream, Task> schrijf,
        string oordeelstand,
        CancellationToken ct
    )
    {
        var tijdelijk = Nieuw();
        try
        {
            await using (var bestand = new FileStream(tijdelijk, Levering.AlleenVanOns()))
            {
                await schrijf(bestand);
            }
            await using var lezen = File.OpenRead(tijdelijk);
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(lezen, ct));
            Levering.MaakMap(Path.GetDirectoryName(Pad(sha256))!);
            File.Move(tijdelijk, Pad(sha256), overwrite: true);
            return new(sha256, lezen.Length, oordeelstand);
        }
        finally
        {
            File.Delete(tijdelijk);
        }
    }

    private string Nieuw()
    {
        var pad = Path.Combine(map, $".nieuw-{Guid.NewGuid():N}");
        try
        {
            Levering.MaakMap(map);
            File.Create(pad).Dispose();
            return pad;
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            throw new UitvoerFout(
                "De bestanden van versies kunnen nu niet worden gemaakt. Neem het bestand van wat nu geldt, of "
                    + "probeer het later.",
                druk: true
            );
        }
    }

    // Two files of a version may be ready at the same time: the list is read again under its own lock.
    private void Noteer(Uitgave uitgave, string naam, Uitgavebestand bestand)
    {
        lock (_bezig)
        {
            var lijst = new SortedDictionary<string, Uitgavebestand>(
                Lijst(uitgave).ToDictionary(),
                StringComparer.Ordinal
            )
            {
                [naam] = bestand,
            };
            var pad = Lijstpad(uitgave);
            File.WriteAllText(pad + ".nieuw", JsonSerializer.Serialize(lijst));
            File.Move(pad + ".nieuw", pad, overwrite: true);
        }
    }

    // With the moment of publication: a database that is made anew counts its versions from one again.
    private string Lijstpad(Uitgave uitgave) =>
        Path.Combine(
            map,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{uitgave.Dataset.Code}-{uitgave.Versie.Nummer}-{uitgave.Versie.GepubliceerdOp.Ticks}.json"
            )
        );
}

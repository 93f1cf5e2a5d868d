using Portal.Data.Uitvoer;

namespace Portal.Data.Uitgaven;

/// <summary>Gives the files of a version: those that are kept, and makes what is not there yet.</summary>
public sealed class Uitgever(UitgaveQueries queries, Uitvoerder uitvoerder, Uitgavemap map)
{
    /// <summary>The path of a file and what is known of it.</summary>
    /// <exception cref="UitvoerFout">It cannot be made in this form.</exception>
    public async Task<(string Pad, Uitgavebestand Bestand)> GeefAsync(
        Uitgave uitgave,
        UitgaveTabel tabel,
        Formaat formaat,
        Uri basis,
        CancellationToken ct
    )
    {
        var (naam, stand) = ($"{tabel.Naam}.{formaat.Extensie}", await queries.OordeelstandAsync(ct));
        var bestand =
            map.Vind(uitgave, naam, stand)
            ?? await map.MaakAsync(
                uitgave,
                naam,
                stand,
                stream =>
                    uitvoerder.SchrijfAsync(
                        formaat,
                        tabel.Collectie,
                        CollectieFilter.VanVersie(uitgave.Versie.Id),
                        basis,
                        stream,
                        ct
                    ),
                ct
            );
        return (map.Pad(bestand.Sha256), bestand);
    }

    /// <summary>A file as it was made; null: there is none, or a text was judged since, and it may hold that.</summary>
    public async Task<(string Pad, Uitgavebestand Bestand)?> BewaardAsync(
        Uitgave uitgave,
        string naam,
        CancellationToken ct
    ) =>
        map.Vind(uitgave, naam, await queries.OordeelstandAsync(ct)) is { } bestand
            ? (map.Pad(bestand.Sha256), bestand)
            : null;

    /// <summary>What is kept of a version, by the name of the file.</summary>
    public IReadOnlyDictionary<string, Uitgavebestand> Bekend(Uitgave uitgave) => map.Lijst(uitgave);
}

using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

namespace Portal.Data.Registers;

/// <summary>
/// A subject that its columns describe whole. From the description follow the import, the pages, every format, undo and
/// differences. Its table is made by <c>maak_register</c> (migration 0031) and has the columns of that name.
/// </summary>
/// <param name="Code">Plural: the subject, the word after <c>portal import</c>, and the address.</param>
/// <param name="Enkelvoud">Singular, as in "vergunning Z-12".</param>
/// <param name="Uitleg">What a resident can use it for.</param>
/// <param name="Datum">The column by which it is in order; null is by title.</param>
public sealed record Register(
    string Code,
    string Enkelvoud,
    string Tabel,
    string Titel,
    string Uitleg,
    IReadOnlyList<Kolom> Kolommen,
    string? Datum
)
{
    /// <summary>What decides the order where the date does not.</summary>
    public string Orde { get; init; } = "c.titel";

    /// <summary>What a reader must know before she counts with it.</summary>
    public IReadOnlyList<string> LetOp { get; init; } = [];

    /// <summary>Where it stands in the catalogue of the map.</summary>
    public string? Thema { get; init; }

    public Collectie Collectie =>
        _collectie ??= new(
            Code,
            Titel,
            Enkelvoud,
            Uitleg,
            [Code, Gebieden.GebiedOnderwerp.Code],
            $"""
            select r.id, r.dataset, r.sleutel, r.titel, r.gebied_code, g.naam as gebied, g.soort as gebied_soort,
                r.indeling, r.versie, r.geom{string.Concat(
                Kolommen.Select(k => $", r.{Collectie.Naam(k.Naam)}")
            )}
            from {Collectie.Naam(
                Tabel
            )}_nu r left join gebied_nu g on g.code = r.gebied_code and g.indeling = r.indeling
            """,
            Kolommen,
            Datum
        )
        {
            Orde = Orde,
            Thema = Thema,
            LetOp = LetOp,
            VanVersie = VanVersie(
                Collectie.Naam(Tabel),
                string.Concat(Kolommen.Select(k => $", r.{Collectie.Naam(k.Naam)}"))
            ),
        };
    private Collectie? _collectie;

    /// <summary>The rows of a register as they were in one version.</summary>
    /// <param name="kolommen">Each with a comma before it.</param>
    internal static string VanVersie(string tabel, string kolommen) =>
        $"""
            select r.id, d.code as dataset, r.sleutel, r.titel, r.gebied_code, g.naam as gebied,
                g.soort as gebied_soort, r.indeling,
                   v.nummer as versie, r.geom{kolommen}
            from versie v join dataset d on d.id = v.dataset_id
            join {tabel} r on r.dataset_id = v.dataset_id and r.vanaf <= v.id and (r.tot is null or r.tot > v.id)
            left join gebied_nu g on g.code = r.gebied_code and g.indeling = r.indeling
            where v.id = @Fversie
            """;

    /// <summary>The subject, with its own import and perhaps others that fill the same table.</summary>
    public Onderwerp AlsOnderwerp(params IReadOnlyList<Importsoort> ook) =>
        new(Code, [new(Tabel, Leven.PerRij)], [RegisterImport.Soort(this), .. ook]) { Collecties = [Collectie] };
}

using Portal.Data.Uitvoer;

namespace Portal.Data.Datasets;

/// <summary>How the rows of a table belong to a version.</summary>
public enum Leven
{
    /// <summary>
    /// Replaced whole: each row has a <c>versie_id</c>, and goes when the version is three deliveries old.
    /// </summary>
    Geheel,

    /// <summary>
    /// Kept up to date row by row: <c>vanaf</c> and <c>tot</c> say in which versions a row counts. Nothing goes.
    /// </summary>
    PerRij,
}

/// <summary>A table that holds rows of versions.</summary>
/// <param name="Draagt">Other figures rest on these rows: a version of them cannot be taken back.</param>
/// <param name="Hoofd">Rows without which a version has nothing to show.</param>
/// <param name="Blijft">Sums and the like: kept for good, also when the rows they are made of are gone.</param>
public sealed record Tabel(
    string Naam,
    Leven Leven = Leven.Geheel,
    bool Draagt = false,
    bool Hoofd = true,
    bool Blijft = false
);

/// <summary>
/// A subject: all that the centre must know of it. The list of them is <see cref="Onderwerpen"/>; the code is also the
/// tag by which a running portal drops what it keeps.
/// </summary>
/// <param name="NaLaden">What follows from the rows and belongs to the version: sums, parts. Part of the
/// concept.</param>
/// <param name="BijPublicatie">What follows once a version counts. In the publishing transaction, so short.</param>
public sealed record Onderwerp(
    string Code,
    IReadOnlyList<Tabel> Tabellen,
    IReadOnlyList<Importsoort> Imports,
    Func<Lading, CancellationToken, Task>? NaLaden = null,
    Func<Publicatie, Lading, CancellationToken, Task>? BijPublicatie = null
)
{
    /// <summary>What can be read of it, in every format.</summary>
    public IReadOnlyList<Collectie> Collecties { get; init; } = [];

    /// <summary>
    /// The statement that brings what was made of its rows up to texts that are judged to be of nobody; <c>@masker</c>
    /// is what stood in their place.
    /// </summary>
    public string? NaOordeel { get; init; }
}

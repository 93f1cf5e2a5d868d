using Npgsql;

namespace Portal.Data.Datasets;

/// <summary>
/// A version that is being made or published: the transaction it happens in, and the version that counts now, if any.
/// </summary>
public sealed record Lading(
    NpgsqlConnection Db,
    NpgsqlTransaction Transactie,
    int VersieId,
    int? VorigeVersieId,
    ImportRapport Rapport
)
{
    public required Levering Levering { get; init; }

    /// <inheritdoc cref="Publicatie.Nakijktijd"/>
    public TimeSpan Nakijktijd { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// What is kept with the version for <see cref="Onderwerp.BijPublicatie"/>, which may be days later.
    /// </summary>
    public Dictionary<string, string> Opties { get; init; } = [];
}

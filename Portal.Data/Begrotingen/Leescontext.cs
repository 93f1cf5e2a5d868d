using Dapper;
using Npgsql;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Oordelen;

namespace Portal.Data.Begrotingen;

/// <summary>
/// What a reader of money needs beside the file: the areas, the programmes and the judgement of texts, as they are now.
/// </summary>
/// <param name="Programmas">Code by name and by code, without accents and capitals.</param>
/// <param name="Beleidsterreinen">Code of the programme by the register's own word.</param>
/// <param name="Herlezen">A delivery is read again that was good when it was loaded: what is not known any more is no
/// reason to refuse a row.</param>
/// <param name="Melding">What the report must say of the names by which areas are recognised; null when
/// nothing.</param>
internal sealed record Leescontext(
    BekendeGebieden Gebieden,
    GebiedHerkenning Herkenning,
    string? Melding,
    IReadOnlyDictionary<string, string> Programmas,
    IReadOnlyDictionary<string, string> Beleidsterreinen,
    Oordelen.Oordelen Oordelen,
    bool Herlezen = false
)
{
    public static Task<Leescontext> LeesAsync(Lading lading, string archief, CancellationToken ct) =>
        LeesAsync(lading.Db, lading.Transactie, archief, null, ct);

    /// <exception cref="ImportFout">There are no real areas yet.</exception>
    public static async Task<Leescontext> LeesAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        string archief,
        ICollection<Gemaskeerd>? gemaskeerd,
        CancellationToken ct
    )
    {
        var gebieden = await BekendeGebieden.LeesAsync(connection, transaction, ct);
        var (herkenning, melding) = await HerkenningQueries.LeesAsync(connection, transaction, gebieden, ct);
        var programmas = (
            await connection.QueryAsync<(string Code, string Naam)>(
                "select code, naam from programma",
                transaction: transaction
            )
        )
            .SelectMany(p =>
                new[] { (Naam: Bestanden.Tekst.Kaal(p.Code), p.Code), (Naam: Bestanden.Tekst.Kaal(p.Naam), p.Code) }
            )
            .DistinctBy(p => p.Naam)
            .ToDictionary(p => p.Naam, p => p.Code);
        var terreinen = (
            await connection.QueryAsync<(string Terrein, string Programma)>(
                "select beleidsterrein, programma_code from beleidsterrein_programma",
                transaction: transaction
            )
        ).ToDictionary(p => p.Terrein, p => p.Programma, StringComparer.OrdinalIgnoreCase);
        return new(
            gebieden,
            herkenning,
            melding,
            programmas,
            terreinen,
            await Portal.Data.Oordelen.Oordelen.LeesAsync(connection, transaction, archief, gemaskeerd)
        );
    }
}

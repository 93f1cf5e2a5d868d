using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace Portal.Data.Oordelen;

/// <summary>
/// The secret with which judged texts are hashed: beside the archive, not in the database, so that a copy of the
/// database alone names nobody.
/// The database knows by which secret its judgements were made, so that a lost or other file is noticed: with it the
/// judged persons would be public again.
/// </summary>
internal static class Zout
{
    private const int Lengte = 32;

    /// <summary>The secret of the judgements that there are; empty while there are none.</summary>
    /// <exception cref="ImportFout">There are judgements, and the file is not there or is another one.</exception>
    public static async Task<byte[]> LeesAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        string archief
    )
    {
        var controle = await connection.QuerySingleOrDefaultAsync<string>(
            "select controle from oordeel_zout",
            transaction: transaction
        );
        if (controle is null)
        {
            return [];
        }
        var pad = Pad(archief);
        var zout = File.Exists(pad) ? await File.ReadAllBytesAsync(pad) : [];
        return Controle(zout) == controle
            ? zout
            : throw new ImportFout(
                $"{pad} is niet het bestand waarmee eerdere teksten zijn beoordeeld, of het is er niet. Zet "
                    + "de reservekopie terug: zonder dit bestand zouden namen van personen weer te zien zijn. Er "
                    + "is niets veranderd."
            );
    }

    /// <summary>The same, made when there are no judgements yet.</summary>
    public static async Task<byte[]> MaakAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        string archief
    )
    {
        if (await LeesAsync(connection, transaction, archief) is { Length: > 0 } bestaand)
        {
            return bestaand;
        }
        var pad = Pad(archief);
        Directory.CreateDirectory(archief);
        if (!File.Exists(pad) || new FileInfo(pad).Length != Lengte)
        {
            Schrijf(pad);
        }
        var zout = await File.ReadAllBytesAsync(pad);
        await connection.ExecuteAsync(
            "insert into oordeel_zout (controle) values (@controle)",
            new { controle = Controle(zout) },
            transaction
        );
        return zout;
    }

    private static string Pad(string archief) => Path.Combine(archief, "oordeel.zout");

    private static string Controle(byte[] zout) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(zout, "oordeel.zout"u8));

    private static void Schrijf(string pad)
    {
        var opties = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var bestand = new FileStream(pad, opties);
        bestand.Write(RandomNumberGenerator.GetBytes(Lengte));
    }
}

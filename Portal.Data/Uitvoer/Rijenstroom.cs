using System.Text;
using Dapper;

namespace Portal.Data.Uitvoer;

/// <summary>Texts that the database makes, one a row, with commas between them.</summary>
internal static class Rijenstroom
{
    private const int Blok = 64 * 1024;

    public static async Task SchrijfAsync(
        Aanvraag aanvraag,
        string sql,
        byte[] begin,
        byte[] eind,
        Stream naar,
        CancellationToken ct
    )
    {
        await using var vertrek = new Vertrek(aanvraag.Db, ct);
        await using var reader = await aanvraag.Db.ExecuteReaderAsync(
            new(
                sql,
                CollectieSql.Parameters(aanvraag.Collectie, aanvraag.Filter),
                commandTimeout: 0,
                cancellationToken: ct
            )
        );
        using var blok = new MemoryStream(Blok * 2);
        blok.Write(begin);
        for (var eerste = true; await reader.ReadAsync(ct); eerste = false)
        {
            blok.Write(eerste ? "\n"u8 : ",\n"u8);
            blok.Write(Encoding.UTF8.GetBytes(reader.GetString(0)));
            if (blok.Length >= Blok)
            {
                await LeegAsync(blok, naar, ct);
            }
        }
        blok.Write("\n"u8);
        blok.Write(eind);
        await LeegAsync(blok, naar, ct);
    }

    private static async Task LeegAsync(MemoryStream blok, Stream naar, CancellationToken ct)
    {
        await naar.WriteAsync(blok.GetBuffer().AsMemory(0, (int)blok.Length), ct);
        blok.SetLength(0);
    }
}

using System.Text;
using System.Text.Json;
using Portal.Data.Bekendmakingen.Koop;

namespace Portal.Data.Bekendmakingen;

/// <summary>What a file of announcements holds.</summary>
/// <param name="Geheel">The days of which it holds all that there is; null: it does not say.</param>
/// <param name="Andere">How many were left out, for they are not in the Gemeenteblad.</param>
/// <param name="Diagnose">KOOP says that something is wrong, in place of announcements.</param>
internal sealed record KoopBestand(
    IReadOnlyList<KoopRecord> Records,
    IReadOnlyList<KoopFout> Fouten,
    int Andere,
    (DateOnly Van, DateOnly Tot)? Geheel,
    string? Diagnose
)
{
    private const string Begin = """{"koopdeel":""";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// What a slice of the service is kept as: all of it, with the days that it is whole for, if it is.
    /// </summary>
    private sealed record Deel(DateOnly? Van, DateOnly? Tot, IReadOnlyList<KoopRecord> Records, int Andere)
    {
        public IReadOnlyList<KoopFout> Fouten { get; init; } = [];
    }

    private sealed record Bewaard(Deel Koopdeel);

    /// <summary>Writes a slice as a file that <see cref="LeesAsync"/> reads.</summary>
    public static async Task BewaarAsync(KoopBestand bestand, string pad, CancellationToken ct)
    {
        await using var naar = File.Create(pad);
        var deel = new Deel(bestand.Geheel?.Van, bestand.Geheel?.Tot, bestand.Records, bestand.Andere)
        {
            Fouten = bestand.Fouten,
        };
        await JsonSerializer.SerializeAsync(naar, new Bewaard(deel), Json, ct);
    }

    /// <exception cref="ImportFout">It is none of the forms that are known.</exception>
    public static async Task<KoopBestand> LeesAsync(Stream stroom, CancellationToken ct)
    {
        var kop = new byte[Begin.Length];
        var gelezen = await stroom.ReadAtLeastAsync(kop, kop.Length, throwOnEndOfStream: false, ct);
        stroom.Position = 0;
        if (Encoding.UTF8.GetString(kop, 0, gelezen) == Begin)
        {
            var deel = (await JsonSerializer.DeserializeAsync<Bewaard>(stroom, Json, ct))!.Koopdeel;
            var geheel = (deel.Van, deel.Tot) is ({ } van, { } tot) ? (van, tot) : default((DateOnly, DateOnly)?);
            return new(deel.Records, deel.Fouten, deel.Andere, geheel, null);
        }
        var antwoord = await KoopLezer.LeesAsync(stroom, ct);
        return new(antwoord.Records, antwoord.Fouten, antwoord.Andere.Count, null, antwoord.Diagnose);
    }
}

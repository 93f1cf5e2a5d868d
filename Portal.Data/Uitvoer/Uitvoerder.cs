namespace Portal.Data.Uitvoer;

/// <summary>Writes a collection in a format, from one snapshot.</summary>
public sealed class Uitvoerder(Lezing lezing)
{
    public async Task SchrijfAsync(
        Formaat formaat,
        Collectie collectie,
        CollectieFilter filter,
        Uri basis,
        Stream naar,
        CancellationToken ct
    ) =>
        await formaat.SchrijfAsync(new(await lezing.OpenAsync(ct), collectie, filter, basis, lezing.Vandaag), naar, ct);
}

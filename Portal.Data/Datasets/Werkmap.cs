namespace Portal.Data.Datasets;

/// <summary>A folder that only its owner can open, and that is gone afterwards.</summary>
internal sealed class Werkmap : IDisposable
{
    public Werkmap(string pad) => Pad = Levering.MaakMap(pad).FullName;

    public string Pad { get; }

    public void Dispose() => Directory.Delete(Pad, recursive: true);
}

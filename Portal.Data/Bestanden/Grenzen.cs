namespace Portal.Data.Bestanden;

/// <summary>
/// How large a delivery may be, in every respect by which it could fill the memory or the time of the machine. Settings
/// Portal__Grenzen__Bestand and so on (docs/beheer.md); what is over says which limit.
/// </summary>
public sealed record Grenzen
{
    /// <summary>Those of this process; set once, at its start.</summary>
    public static Grenzen Nu { get; set; } = new();

    /// <summary>Bytes of a file.</summary>
    public long Bestand { get; init; } = 2_000_000_000;

    /// <summary>
    /// Bytes of a file that is read as a whole: JSON, GeoJSON of areas or not in UTF-8, an old workbook (XLS).
    /// </summary>
    public long Ineens { get; init; } = 250_000_000;

    /// <summary>Bytes of a workbook (XLSX) or of a zip with a layer when it is unpacked.</summary>
    public long Uitgepakt { get; init; } = 500_000_000;

    /// <summary>Bytes of the texts of a workbook, which stand in memory as long as it is read.</summary>
    public long Teksten { get; init; } = 60_000_000;

    public int Rijen { get; init; } = 5_000_000;
    public int Kolommen { get; init; } = 500;

    /// <summary>Letters of a line of a CSV, and of the shape of one thing.</summary>
    public int Regel { get; init; } = 2_000_000;

    /// <summary>Letters of one cell that is no shape.</summary>
    public int Cel { get; init; } = 20_000;

    /// <summary>Lines that one row of a CSV may take: more is a quotation mark that is never closed.</summary>
    public int Regels { get; init; } = 50;

    /// <summary>Bytes that stay free on the disk of the archive; a load that would take them is ended.</summary>
    public long Schijf { get; init; } = 300_000_000;

    /// <summary>Seconds that GDAL may take to turn a file into GeoJSON.</summary>
    public int GdalSeconden { get; init; } = 120;

    /// <summary>Bytes of memory that GDAL may take for it.</summary>
    public long GdalGeheugen { get; init; } = 1_000_000_000;
}

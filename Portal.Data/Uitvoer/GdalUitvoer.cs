using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Geobestanden;

namespace Portal.Data.Uitvoer;

/// <summary>
/// A file that ogr2ogr makes, out of a CSV with the kinds of its columns beside it, so that it guesses nothing. Shapes
/// go as RD, to a tenth of a millimetre.
/// </summary>
internal sealed class GdalUitvoer(string driver, string extensie, string[] opties)
{
    private static readonly string[] Lezen =
    [
        "HEADERS=YES",
        "AUTODETECT_TYPE=NO",
        "EMPTY_STRING_AS_NULL=YES",
        "GEOM_POSSIBLE_NAMES=geom",
        "KEEP_GEOM_COLUMNS=NO",
    ];

    /// <summary>Rows without a place stay out.</summary>
    public bool AlleenMetPlek { get; init; }

    /// <summary>Several files in a zip, each with the rows of one condition; null: one file.</summary>
    public (string Naam, string Waar)[]? Delen { get; init; }

    public Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct) =>
        Maakplaats.MaakAsync(map => MaakAsync(aanvraag, map, ct), naar, ct);

    private async Task<string> MaakAsync(Aanvraag aanvraag, string map, CancellationToken ct)
    {
        var naam = aanvraag.Collectie.Pad.Split('/')[^1];
        var bron = Path.Combine(map, "rijen.csv");
        await SchrijfCsvAsync(aanvraag, bron, ct);
        try
        {
            var gdal = new Gdal($"{naam}.{extensie}", map, Grenzen.Nu);
            if (Delen is null)
            {
                return await ZetOmAsync(gdal, bron, Path.Combine(map, $"{naam}.{extensie}"), [], ct);
            }
            var uit = Directory.CreateDirectory(Path.Combine(map, "uit")).FullName;
            foreach (var (deel, waar) in Delen)
            {
                await ZetOmAsync(gdal, bron, Path.Combine(uit, $"{naam}-{deel}.{extensie}"), ["-where", waar], ct);
            }
            return Pak(map, uit);
        }
        catch (ImportFout fout)
        {
            throw new UitvoerFout(
                $"Dit lukt niet als {extensie}: waarschijnlijk is het te groot. Kies een deel, bijvoorbeeld één "
                    + "gebied, "
                    + $"of neem GeoJSON of CSV. ({fout.Message.Split(" Er is niets veranderd")[0]})"
            );
        }
    }

    private async Task<string> ZetOmAsync(Gdal gdal, string bron, string doel, string[] keuze, CancellationToken ct)
    {
        var laag = Path.GetFileNameWithoutExtension(doel);
        await gdal.VoerUitAsync(
            ct,
            [
                "ogr2ogr",
                "-f",
                driver,
                doel,
                bron,
                "-a_srs",
                "EPSG:28992",
                "-nln",
                laag,
                .. Lezen.SelectMany(o => new[] { "-oo", o }),
                .. opties,
                .. keuze,
            ]
        );
        return doel;
    }

    private async Task SchrijfCsvAsync(Aanvraag aanvraag, string pad, CancellationToken ct)
    {
        var collectie = aanvraag.Collectie;
        var alle = collectie.Sql.Alles(
            CollectieSql.Gewoon,
            VasteKolommen.Vast,
            ", c.geom",
            AlleenMetPlek ? " and c.geom is not null" : ""
        );
        var kolommen = VasteKolommen.ZonderPlek(collectie);
        var opdracht = await Kopieeropdracht.MaakAsync(
            aanvraag.Db,
            $"copy (select {string.Join(", ", kolommen.Select(Cel))}, {Vorm} as geom from ({alle}) c) to stdout "
                + "(format csv, header)",
            CollectieSql.Waarden(collectie, aanvraag.Filter),
            ct
        );
        await File.WriteAllTextAsync(
            Path.ChangeExtension(pad, ".csvt"),
            string.Join(',', kolommen.Select(k => $"\"{Soort(k)}\"").Append("\"WKT\"")),
            ct
        );
        await using var bestand = new BegrensdeStroom(File.Create(pad), Grenzen.Nu.Ineens);
        await Kopieeropdracht.StroomAsync(aanvraag.Db, opdracht, bestand, ct);
    }

    // Of a bundle of shapes what has the most dimensions, for few of these forms know bundles.
    private const string Vorm =
        "ST_AsText(case when GeometryType(c.geom) = 'GEOMETRYCOLLECTION' then ST_CollectionExtract(c.geom) else "
        + "c.geom end, 4)";

    private static string Cel(Kolom k) =>
        k.Soort == KolomSoort.JaNee ? $"({CollectieSql.Gewoon(k)})::int as {k.Naam}" : CollectieSql.Gewoon(k);

    private static string Soort(Kolom k) =>
        k.Soort switch
        {
            KolomSoort.Datum => "Date",
            KolomSoort.Jaar => "Integer",
            KolomSoort.Aantal => "Integer64",
            KolomSoort.Getal => "Real",
            KolomSoort.Bedrag => "Real(18.2)",
            KolomSoort.JaNee => "Integer(Boolean)",
            _ => "String",
        };

    // A Shapefile without rows has an index of its head alone. Of nothing one stays: no program opens an empty zip.
    private static string Pak(string map, string uit)
    {
        var alle = Directory.GetFiles(uit, "*.shx").Order(StringComparer.Ordinal).ToList();
        var leegte = alle.Where(p => new FileInfo(p).Length <= 100).ToList();
        foreach (var leeg in leegte.Skip(leegte.Count == alle.Count ? 1 : 0))
        {
            Array.ForEach(Directory.GetFiles(uit, Path.GetFileNameWithoutExtension(leeg) + ".*"), File.Delete);
        }
        var doel = Path.Combine(map, "uit.zip");
        using var bestand = File.Create(doel);
        ShapefileFormaat.Pak(uit, bestand);
        return doel;
    }
}

/// <summary>A file that may not become larger than so many bytes.</summary>
internal sealed class BegrensdeStroom(Stream naar, long meeste) : Stream
{
    private long _geschreven;

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        _geschreven += buffer.Length;
        if (_geschreven > meeste)
        {
            throw new UitvoerFout(
                "Dit is te groot voor deze vorm: meer dan "
                    + $"{(meeste / 1_000_000).ToString(CultureInfo.InvariantCulture)} MB. "
                    + "Kies een deel, bijvoorbeeld één gebied, of neem GeoJSON of CSV."
            );
        }
        await naar.WriteAsync(buffer, cancellationToken);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => _geschreven;
    public override long Position
    {
        get => _geschreven;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush() => naar.Flush();

    public override async ValueTask DisposeAsync()
    {
        await naar.DisposeAsync();
        await base.DisposeAsync();
    }
}

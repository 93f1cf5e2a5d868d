using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Portal.Data.Bestanden;

namespace Portal.Data.Geobestanden;

/// <summary>
/// Runs a program of GDAL as a child: in a folder of its own, without the network and without our settings, with so
/// much
/// time, memory and disk (docs/decisions/0027).
/// </summary>
internal sealed class Gdal(string bestand, string map, Grenzen grenzen)
{
    private const int LangsteUitvoer = 200_000;

    // The shell sets the limits and becomes the program. Both dash and bash count -f in blocks of 512 bytes here.
    private const string Begrensd = """
        ulimit -c 0; ulimit -v "$1" && ulimit -f "$2" && ulimit -t "$3" && shift 3 && exec "$@"
        """;

    private static readonly Dictionary<string, string> Omgeving = new()
    {
        ["LC_ALL"] = "C.UTF-8",
        ["GDAL_DRIVER_PATH"] = "disable",
        ["GDAL_NUM_THREADS"] = "1",
        ["GDAL_HTTP_PROXY"] = "127.0.0.1:9",
        ["http_proxy"] = "http://127.0.0.1:9",
        ["https_proxy"] = "http://127.0.0.1:9",
        ["GDAL_HTTP_CONNECTTIMEOUT"] = "1",
        ["GDAL_HTTP_MAX_RETRY"] = "0",
        ["CPL_VSIL_CURL_ALLOWED_EXTENSIONS"] = ".geen",
        ["PROJ_NETWORK"] = "OFF",
        ["SPATIALITE_SECURITY"] = "strict",
        ["GML_DOWNLOAD_SCHEMA"] = "NO",
        ["GML_SKIP_RESOLVE_ELEMS"] = "ALL",
        // What every KML has begins with a dash, so that it is no column of the layer.
        ["LIBKML_NAME_FIELD"] = "naam",
        ["LIBKML_DESCRIPTION_FIELD"] = "omschrijving",
        ["LIBKML_TIMESTAMP_FIELD"] = "_timestamp",
        ["LIBKML_BEGIN_FIELD"] = "_begin",
        ["LIBKML_END_FIELD"] = "_end",
        ["LIBKML_ALTITUDEMODE_FIELD"] = "_altitude",
        ["LIBKML_TESSELLATE_FIELD"] = "_tessellate",
        ["LIBKML_EXTRUDE_FIELD"] = "_extrude",
        ["LIBKML_VISIBILITY_FIELD"] = "_visibility",
        ["LIBKML_DRAWORDER_FIELD"] = "_draworder",
        ["LIBKML_ICON_FIELD"] = "_icon",
    };

    /// <summary>Drivers that are not there for it, with commas.</summary>
    public string Overslaan { get; set; } = "";

    /// <returns>What it wrote to its output, cut off at a length.</returns>
    /// <exception cref="ImportFout">It is not installed, failed, or went over a limit.</exception>
    public async Task<string> VoerUitAsync(CancellationToken ct, params string[] opdracht)
    {
        using var proces = Start(opdracht);
        using var klok = CancellationTokenSource.CreateLinkedTokenSource(ct);
        klok.CancelAfter(TimeSpan.FromSeconds(grenzen.GdalSeconden));
        try
        {
            var uit = LeesAsync(proces.StandardOutput, klok.Token);
            var fout = LeesAsync(proces.StandardError, klok.Token);
            await proces.WaitForExitAsync(klok.Token);
            var fouten = await fout;
            return proces.ExitCode == 0 && Fouten(fouten).Count == 0
                ? await uit
                : throw Mislukt(proces.ExitCode, fouten);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw TeLang();
        }
        finally
        {
            if (!proces.HasExited)
            {
                proces.Kill(entireProcessTree: true);
                await proces.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private Process Start(string[] opdracht)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = map,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        long[] grens = [grenzen.GdalGeheugen / 1024, grenzen.Ineens / 512 + 1, grenzen.GdalSeconden + 1];
        string[] woorden =
        [
            "-c",
            Begrensd,
            "sh",
            .. grens.Select(g => g.ToString(CultureInfo.InvariantCulture)),
            .. opdracht,
        ];
        foreach (var woord in woorden)
        {
            start.ArgumentList.Add(woord);
        }
        start.Environment.Clear();
        foreach (var (sleutel, waarde) in Omgeving)
        {
            start.Environment[sleutel] = waarde;
        }
        (start.Environment["HOME"], start.Environment["TMPDIR"]) = (map, map);
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["GDAL_SKIP"] = Overslaan;
        try
        {
            var proces = Process.Start(start)!;
            proces.StandardInput.Close();
            return proces;
        }
        catch (Win32Exception fout)
        {
            throw Ontbreekt(fout);
        }
    }

    private static async Task<string> LeesAsync(StreamReader stroom, CancellationToken ct)
    {
        var tekst = new StringBuilder();
        var blok = new char[4096];
        for (int gelezen; (gelezen = await stroom.ReadAsync(blok, ct)) > 0; )
        {
            tekst.Append(blok, 0, Math.Min(gelezen, LangsteUitvoer - tekst.Length));
        }
        return tekst.ToString();
    }

    private ImportFout Mislukt(int code, string fout) =>
        code switch
        {
            128 + 24 => TeLang(),
            128 + 25 => new(
                $"{bestand} is als GeoJSON groter dan {Zin.Getal(grenzen.Ineens)} bytes. Deel de laag op. "
                    + "Er is niets veranderd."
            ),
            _ when Geheugen.Any(g => fout.Contains(g, StringComparison.OrdinalIgnoreCase)) => new(
                $"{bestand} kost meer dan {Zin.Getal(grenzen.GdalGeheugen)} bytes geheugen. Is het bestand "
                    + "heel? Deel het anders op. Er is niets veranderd."
            ),
            127 => Ontbreekt(),
            _ => new(
                $"{bestand} is niet te lezen: waarschijnlijk is het niet heel. Maak het opnieuw, of sla de "
                    + $"laag op als GeoJSON. GDAL zegt: {Eerste(fout)} Er is niets veranderd."
            ),
        };

    private static readonly string[] Geheugen =
    [
        "bad_alloc",
        "out of memory",
        "cannot allocate",
        "memory allocation",
        "shared libraries",
    ];

    private string Eerste(string fout) =>
        Zin.Veilig((Fouten(fout).FirstOrDefault() ?? "geen reden.").Replace(map + "/", "", StringComparison.Ordinal));

    // Of what it could not read it sometimes only says so, and ends as if all was well.
    private static List<string> Fouten(string fout) =>
        [.. fout.Split('\n').Where(r => r.StartsWith("ERROR", StringComparison.Ordinal))];

    private ImportFout TeLang() =>
        new(
            $"{bestand} omzetten duurde langer dan {grenzen.GdalSeconden} seconden en is gestopt. Deel de "
                + "laag op, of sla hem op als GeoJSON. Er is niets veranderd."
        );

    private ImportFout Ontbreekt(Exception? fout = null) =>
        new(
            $"Om {bestand} te lezen is ogr2ogr nodig, en dat ontbreekt op deze machine. Installeer "
                + "gdal-bin, of sla de laag op als GeoJSON. Er is niets veranderd.",
            fout!
        );
}

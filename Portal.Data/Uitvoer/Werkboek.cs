using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Portal.Data.Uitvoer;

/// <summary>Writes a workbook (ECMA-376, SpreadsheetML) as the rows come: nothing of it stands in memory.</summary>
internal sealed class Werkboek(Stream naar) : IAsyncDisposable
{
    private const int LangsteTekst = 32_767; // of a cell
    private const string Kop = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Pakket = "http://schemas.openxmlformats.org/package/2006";
    private const string Kantoor = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Soort = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly DateOnly Nul = new(1899, 12, 30);
    private static readonly DateOnly Eerste = new(1900, 3, 1); // before it the count of days is one off

    private readonly ZipArchive _zip = new(naar, ZipArchiveMode.Create);
    private readonly List<string> _bladen = [];

    /// <summary>A sheet with a head. A value is a text, a number, a date or a yes; null is an empty cell.</summary>
    public async Task BladAsync(string naam, IReadOnlyList<Kolom> kolommen, IAsyncEnumerable<object?[]> rijen)
    {
        _bladen.Add(naam);
        await using var uit = Deel($"xl/worksheets/sheet{_bladen.Count}.xml");
        var letters = kolommen.Select((_, i) => Letters(i)).ToArray();
        var regel = new StringBuilder(
            $"""
            {Kop}<worksheet xmlns="{Ns}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row r="1">
            """
        );
        for (var i = 0; i < kolommen.Count; i++)
        {
            Cel(regel, letters[i], 1, kolommen[i].Naam, 3);
        }
        regel.Append("</row>");
        var nummer = 1;
        await foreach (var rij in rijen)
        {
            await LeegAsync(uit, regel);
            regel.Append(CultureInfo.InvariantCulture, $"<row r=\"{++nummer}\">");
            for (var i = 0; i < rij.Length; i++)
            {
                Cel(regel, letters[i], nummer, rij[i], kolommen[i].Soort == KolomSoort.Bedrag ? 2 : 0);
            }
            regel.Append("</row>");
        }
        regel.Append("</sheetData></worksheet>");
        await LeegAsync(uit, regel);
    }

    private static async Task LeegAsync(StreamWriter uit, StringBuilder regel)
    {
        await uit.WriteAsync(regel);
        regel.Clear();
    }

    private static void Cel(StringBuilder uit, string kolom, int rij, object? waarde, int stijl)
    {
        switch (waarde)
        {
            case null or DBNull:
                return;
            case bool ja:
                uit.Append(CultureInfo.InvariantCulture, $"<c r=\"{kolom}{rij}\" t=\"b\"><v>{(ja ? 1 : 0)}</v></c>");
                return;
            case DateTime moment when DateOnly.FromDateTime(moment) >= Eerste:
                var dag = DateOnly.FromDateTime(moment).DayNumber - Nul.DayNumber;
                uit.Append(CultureInfo.InvariantCulture, $"<c r=\"{kolom}{rij}\" s=\"1\"><v>{dag}</v></c>");
                return;
            case short or int or long or decimal or double:
                uit.Append(CultureInfo.InvariantCulture, $"<c r=\"{kolom}{rij}\" s=\"{stijl}\"><v>{waarde}</v></c>");
                return;
        }
        var tekst = waarde is DateTime oud ? oud.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : $"{waarde}";
        uit.Append(CultureInfo.InvariantCulture, $"<c r=\"{kolom}{rij}\" s=\"{stijl}\" t=\"inlineStr\">");
        uit.Append("<is><t xml:space=\"preserve\">");
        Tekst(uit, tekst.Length > LangsteTekst ? tekst[..LangsteTekst] : tekst);
        uit.Append("</t></is></c>");
    }

    private static void Tekst(StringBuilder uit, string tekst)
    {
        for (var i = 0; i < tekst.Length; i++)
        {
            var letter = tekst[i];
            if (char.IsHighSurrogate(letter) && i + 1 < tekst.Length && char.IsLowSurrogate(tekst[i + 1]))
            {
                uit.Append(letter).Append(tekst[++i]);
                continue;
            }
            _ = letter switch
            {
                '<' => uit.Append("&lt;"),
                '&' => uit.Append("&amp;"),
                '\r' => uit.Append("&#13;"),
                _ when XmlConvert.IsXmlChar(letter) => uit.Append(letter),
                _ => uit,
            };
        }
    }

    private static string Letters(int kolom) =>
        kolom < 26 ? $"{(char)('A' + kolom)}" : Letters((kolom / 26) - 1) + (char)('A' + (kolom % 26));

    private StreamWriter Deel(string naam) =>
        new(_zip.CreateEntry(naam, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);

    public async ValueTask DisposeAsync()
    {
        var nummers = Enumerable.Range(1, _bladen.Count).ToList();
        await SchrijfAsync(
            "[Content_Types].xml",
            $"""
            <Types xmlns="{Pakket}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Soort}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Soort}.styles+xml"/>{string.Concat(
                nummers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Soort}.worksheet+xml\"/>")
            )}</Types>
            """
        );
        await SchrijfAsync(
            "_rels/.rels",
            $"""<Relationships xmlns="{Pakket}/relationships"><Relationship Id="rId1" Type="{Kantoor}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
        );
        await SchrijfAsync(
            "xl/workbook.xml",
            $"""
            <workbook xmlns="{Ns}" xmlns:r="{Kantoor}"><sheets>{string.Concat(
                nummers.Select(n => $"<sheet name=\"{_bladen[n - 1]}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>")
            )}</sheets></workbook>
            """
        );
        await SchrijfAsync(
            "xl/_rels/workbook.xml.rels",
            $"""
            <Relationships xmlns="{Pakket}/relationships">{string.Concat(
                nummers.Select(n => $"<Relationship Id=\"rId{n}\" Type=\"{Kantoor}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")
            )}<Relationship Id="rId{_bladen.Count + 1}" Type="{Kantoor}/styles" Target="styles.xml"/></Relationships>
            """
        );
        // The four looks of a cell: as it is, a date (14), an amount (4), a head
        await SchrijfAsync(
            "xl/styles.xml",
            $"""<styleSheet xmlns="{Ns}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>"""
        );
        await _zip.DisposeAsync();
    }

    private async Task SchrijfAsync(string naam, string xml)
    {
        await using var uit = Deel(naam);
        await uit.WriteAsync(Kop + xml);
    }
}

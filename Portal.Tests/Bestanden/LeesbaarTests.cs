using System.IO.Compression;
using System.Text;
using Portal.Data;
using Portal.Data.Bestanden;
using Xunit;

namespace Portal.Tests.Bestanden;

/// <summary>
/// Whatever is in a file: it is read as it was meant, or the operator is told what it is and what to do.
/// </summary>
public sealed class LeesbaarTests : IDisposable
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private readonly string _map = Directory.CreateTempSubdirectory("portal-leesbaar").FullName;

    public void Dispose() => Directory.Delete(_map, recursive: true);

    [Fact]
    public void Letters_are_what_they_were_meant_to_be()
    {
        const string tekst = "naam;plaats\nSúdwest-Fryslân €;Één\n";
        foreach (
            var bytes in new[]
            {
                Windows1252.GetBytes(tekst),
                Encoding.UTF8.GetBytes(tekst),
                [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(tekst)],
                [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(tekst)],
                [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(tekst)],
            }
        )
        {
            var csv = Csv(bytes);
            Assert.Equal(("Súdwest-Fryslân €", "Één"), (csv.Rijen.Single()["naam"], csv.Rijen.Single()["plaats"]));
            Assert.Empty(csv.Meldingen);
        }
    }

    [Fact]
    public void One_byte_that_is_no_utf8_spoils_only_itself_and_is_reported()
    {
        var regels = string.Concat(Enumerable.Repeat("Café Één;Súdwest\n", 20_000)); // over the blocks that it is read in
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes("naam;plaats\n" + regels),
            .. "Kaf"u8,
            0xE9,
            .. ";x\n"u8,
            .. Encoding.UTF8.GetBytes(regels),
        ];
        var csv = Csv(bytes);

        Assert.Equal(40_001, csv.Rijen.Count());
        Assert.Equal("Kafé", csv.Rijen.ElementAt(20_000)["naam"]);
        Assert.All(csv.Rijen.Where(r => r.Nummer != 20_002), r => Assert.Equal("Café Één", r["naam"]));
        Assert.Contains("regel 20.002", Assert.Single(csv.Meldingen), StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_line_for_excel_is_no_header()
    {
        var csv = Csv("sep=,\r\nnaam,bedrag;x\r\nLantaarns,1\r\n"u8.ToArray());

        Assert.Equal("Lantaarns", csv.Rijen.Single()["naam"]);
    }

    public static TheoryData<string, byte[]> Anders =>
        new()
        {
            { "PDF", "%PDF-1.7 iets"u8.ToArray() },
            { "gzip", [0x1F, 0x8B, 8, 0] },
            { "JSON", "  {\"a\": 1}"u8.ToArray() },
            { "JSON", "[{\"a\": 1}]"u8.ToArray() },
            { "webpagina", "<!DOCTYPE html><html>"u8.ToArray() },
            { "webpagina", "<?xml version=\"1.0\"?><a/>"u8.ToArray() },
            { "GeoPackage", "SQLite format 3\0iets"u8.ToArray() },
            { "UTF-16", Encoding.Unicode.GetBytes("naam;bedrag\nx;1\n") },
            { "zip", Zip(("levering.csv", "naam;bedrag")) },
            { "OpenDocument", Zip(("content.xml", "<a/>")) },
            { "niet heel", [.. "PK"u8, 3, 4, .. "de rest is weg"u8] },
            { "Excel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        };

    [Theory]
    [MemberData(nameof(Anders))]
    public void What_is_no_table_is_named(string wat, byte[] bytes)
    {
        var fout = Assert.Throws<ImportFout>(() => Csv(bytes).Rijen.Count());

        Assert.Contains(wat, fout.Message, StringComparison.Ordinal);
        Assert.StartsWith("levering.csv", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_is_read_whatever_it_is_called_and_says_what_excel_could_not_calculate()
    {
        var csv = Csv(
            Werkmap(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row "
                    + "r=\"3\"><c r=\"A3\"><v>0.30000000000000004</v></c><c r=\"B3\" t=\"e\"><v>#N/A</v></c></row>"
            )
        );

        Assert.Equal("0.3", csv.Rijen.Last()["naam"]);
        Assert.Equal("0.3", csv.Rijen.Last()["naam"]); // again
        Assert.Contains("B3", Assert.Single(csv.Meldingen), StringComparison.Ordinal);
        Assert.Equal("#FOUT", csv.Rijen.Last()["bedrag"]);
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row>", "XFD1")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", "A1")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>", "A1")]
    [InlineData("<row r=\"1\"/><row r=\"2\"/><row r=\"2\"/>", "dubbel")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v>", "geen leesbaar Excel-bestand")]
    [InlineData("<!--x--><row r=\"1\">&bom;</row>", "geen leesbaar Excel-bestand")]
    public void A_workbook_that_is_not_sound_is_refused(string rijen, string waarom)
    {
        var fout = Assert.Throws<ImportFout>(() => Csv(Werkmap(rijen)).Rijen.Count());

        Assert.Contains(waarom, fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_stray_cell_at_the_bottom_takes_no_memory()
    {
        var voor = GC.GetAllocatedBytesForCurrentThread();
        var csv = Csv(
            Werkmap(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"1048576\"><c "
                    + "r=\"A1048576\"><v>1</v></c></row>"
            )
        );

        Assert.Equal("1", csv.Rijen.Last()["naam"]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - voor, 0, 350_000_000); // a million short rows, one at a time
    }

    [Fact]
    public void A_dtd_in_a_workbook_is_not_read()
    {
        var bytes = Werkmap("<row r=\"1\"/>", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>");

        Assert.Contains("geen leesbaar", Assert.Throws<ImportFout>(() => Csv(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_unpacks_to_far_more_than_it_says_is_refused_before_it_is_read()
    {
        var bytes = Zip(
            ("xl/workbook.xml", "<workbook/>"),
            ("xl/sharedStrings.xml", "<sst>" + new string(' ', 70_000_000) + "</sst>")
        );

        Assert.InRange(bytes.Length, 0, 200_000);
        Assert.Contains("teksten", Assert.Throws<ImportFout>(() => Csv(bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\"a")]
    [InlineData("a;")]
    [InlineData(" ")]
    public void A_line_without_end_is_refused(string stuk)
    {
        var regel = string.Concat(Enumerable.Repeat(stuk, 2_500_000 / stuk.Length));

        var fout = Assert.Throws<ImportFout>(() => Csv(Encoding.UTF8.GetBytes("a;b\n1;2\n" + regel)).Rijen.Count());
        Assert.Contains("tekens", fout.Message, StringComparison.Ordinal);
        Assert.Throws<ImportFout>(() => Csv(Encoding.UTF8.GetBytes(regel)).Rijen.Count());
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_is_found()
    {
        var regels = Enumerable.Range(1, 200).Select(i => i == 51 ? $"{i};\"open" : $"{i};dicht");
        var csv = Csv(Encoding.UTF8.GetBytes("nummer;tekst\n" + string.Join('\n', regels)));

        _ = csv.Rijen.Count();
        Assert.Equal((52, 150), csv.TeLang);
    }

    [Theory]
    [InlineData("a;\"b;c\nd;e;f\ng;h\";i", true)] // a stray quote in one row, and one further on
    [InlineData("a;\"b;c\nd;e\";f", true)]
    [InlineData("a;\"b, en c\nen d; en e; en f; en g\";f", false)]
    [InlineData("a;\"regel 1\nregel 2\nregel 3\";f", false)]
    public void Rows_in_a_cell_are_seen(string rij, bool verdacht)
    {
        var csv = CsvBestand.VanTekst("x.csv", $"k1;k2;k3\n1;2;3\n{rij}\n4;5;6");

        Assert.Equal(verdacht, csv.Rijen.Any(r => r.Kapot is not null));
        Assert.Equal(verdacht, csv.TeLang is not null);
    }

    [Fact]
    public void A_text_that_cannot_be_kept_makes_its_row_bad()
    {
        foreach (
            var (tekst, waarom) in new[]
            {
                ("goed", null),
                ("emoji \ud83d\ude00", null),
                ("nul \0 erin", "code 0"),
                ("half \ud83d teken", "half teken"),
                ("\ude00", "half teken"),
                (new string('x', 20_001), "20.001 tekens"),
            }
        )
        {
            var rij = CsvBestand.VanTekst("x.csv", $"a;b\n1;{tekst}").Rijen.Single();
            Assert.Equal(waarom is null, rij.Kapot is null);
            Assert.Contains(waarom ?? "", rij.Kapot ?? "", StringComparison.Ordinal);
        }
        Assert.Null(CsvBestand.VanTekst("x.csv", $"a;wkt\n1;{new string('1', 20_001)}").Rijen.Single().Kapot);
    }

    [Fact]
    public void More_columns_than_a_table_has_is_refused()
    {
        var kop = string.Join(';', Enumerable.Range(1, 501).Select(i => $"k{i}"));

        Assert.Contains(
            "501",
            Assert.Throws<ImportFout>(() => CsvBestand.VanTekst("x.csv", kop)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2020-11-05")]
    [InlineData("05-11-2020")]
    [InlineData("5-11-2020")]
    [InlineData("5/11/2020")]
    [InlineData("05.11.2020")]
    [InlineData("20201105")]
    [InlineData("2020-11-05T23:59:59")]
    [InlineData("2020-11-05 00:00:00.0000000")]
    [InlineData("2020-11-05T00:00:00Z")]
    [InlineData("05-11-2020 00:00")]
    public void The_fifth_of_november_is_never_the_eleventh_of_may(string tekst) =>
        Assert.Equal(new DateOnly(2020, 11, 5), Datum.Lees(tekst));

    [Theory]
    [InlineData("31-02-2020")]
    [InlineData("11-25-2020")]
    [InlineData("5-11-20")]
    [InlineData("2020")]
    [InlineData("vandaag")]
    [InlineData("5 november 2020")]
    [InlineData("05-11-2020 misschien")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_is_none(string? tekst) => Assert.Null(Datum.Lees(tekst));

    [Fact]
    public void A_sentence_takes_nothing_that_a_terminal_obeys()
    {
        Assert.Equal("rood [31mX  omgekeerd", Zin.Veilig("rood\u001b[31mX\r\u202eomgekeerd"));
        Assert.Equal(201, Zin.Veilig(new string('x', 5000)).Length);
        Assert.EndsWith(
            "en nog 480",
            Zin.Lijst([.. Enumerable.Range(0, 500).Select(i => $"{i}")]),
            StringComparison.Ordinal
        );
    }

    private CsvBestand Csv(byte[] bytes)
    {
        var pad = Path.Combine(_map, $"{Guid.NewGuid():N}");
        File.WriteAllBytes(pad, bytes);
        return CsvBestand.Lees(pad, "levering.csv");
    }

    private static byte[] Werkmap(string rijen, string begin = "") =>
        Zip(
            (
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"""
            ),
            (
                "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            ),
            (
                "xl/workbook.xml",
                """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
            ),
            (
                "xl/sharedStrings.xml",
                """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>naam</t></si><si><t>bedrag</t></si></sst>"""
            ),
            (
                "xl/worksheets/sheet1.xml",
                $"""{begin}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rijen}</sheetData></worksheet>"""
            )
        );

    private static byte[] Zip(params (string Naam, string Inhoud)[] delen)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (naam, inhoud) in delen)
            {
                using var schrijver = new StreamWriter(zip.CreateEntry(naam).Open());
                schrijver.Write(inhoud);
            }
        }
        return bytes.ToArray();
    }
}

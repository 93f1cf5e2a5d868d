using System.Runtime.CompilerServices;
using System.Text;
using Portal.Data.Bestanden;
using Xunit;

namespace Portal.Tests.Bestanden;

public sealed class CsvBestandTests : IDisposable
{
    private readonly string _pad = Path.GetTempFileName();

    public void Dispose() => File.Delete(_pad);

    [Fact]
    public void Rows_that_were_read_are_not_kept()
    {
        const int aantal = 2000;
        File.WriteAllLines(_pad, Enumerable.Range(0, aantal).Select(i => $"{i};tekst {i}").Prepend("nummer;tekst"));
        var csv = CsvBestand.Lees(_pad);
        using var rijen = csv.Rijen.GetEnumerator();

        var gelezen = Lees(rijen, aantal - 1);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.InRange(gelezen.Count(rij => rij.IsAlive), 0, 2);
        Assert.True(rijen.MoveNext());
        Assert.Equal((aantal + 1, $"tekst {aantal - 1}"), (rijen.Current.Nummer, rijen.Current["tekst"]));
    }

    // In a method of its own, so that no variable of the caller holds a row.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Lees(IEnumerator<CsvRij> rijen, int aantal)
    {
        var gelezen = new List<WeakReference>();
        while (gelezen.Count < aantal && rijen.MoveNext())
        {
            gelezen.Add(new(rijen.Current.Velden));
        }
        return gelezen;
    }

    [Theory]
    [InlineData("a;\"1\nb;2\nc;3\"\n", true)] // a quote too many swallowed two rows
    [InlineData("a;\"eerst dit;\ndan dat; en meer\"\n", false)] // a sentence
    [InlineData("a;\"regel een\nregel twee\"\n", false)]
    public void Rows_in_a_cell_are_seen_in_a_file_of_two_columns_too(string rij, bool slokt)
    {
        File.WriteAllText(_pad, "code;waarde\n" + rij);

        Assert.Equal(slokt, Assert.Single(CsvBestand.Lees(_pad).Rijen).Kapot is not null);
    }

    [Fact]
    public void Rows_can_be_read_again()
    {
        File.WriteAllText(_pad, "a;b\n1;2\n3;4\n");
        var csv = CsvBestand.Lees(_pad);

        Assert.Equal(["2", "4"], csv.Rijen.Select(r => r["b"]));
        Assert.Equal([2, 3], csv.Rijen.Select(r => r.Nummer));
    }

    [Theory]
    [InlineData(65535)] // the two bytes of é on either side of the buffer by which the file is read
    [InlineData(200_000)]
    public void One_letter_at_the_end_decides_how_the_whole_file_is_read(int voor)
    {
        var begin = "naam;café\n" + new string('x', voor - "naam;caf\u00c3\u00a9\n".Length) + ";";

        File.WriteAllBytes(_pad, [.. Encoding.UTF8.GetBytes(begin + "é\n")]);
        Assert.Equal("é", CsvBestand.Lees(_pad).Rijen.Single()["café"]);

        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        File.WriteAllBytes(_pad, [.. windows.GetBytes(begin + "é")]);
        Assert.Equal("é", CsvBestand.Lees(_pad).Rijen.Single()["café"]);
    }

    [Fact]
    public void A_bom_is_no_part_of_the_first_column()
    {
        File.WriteAllText(_pad, "naam;b\nx;1\n", new UTF8Encoding(true));
        Assert.Equal("x", CsvBestand.Lees(_pad).Rijen.Single()["naam"]);

        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        File.WriteAllBytes(_pad, [.. Encoding.UTF8.Preamble, .. windows.GetBytes("naam;b\né;1\n")]);
        Assert.Equal("é", CsvBestand.Lees(_pad).Rijen.Single()["naam"]);
    }
}

using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Portal.Data.Bestanden;

/// <summary>The first sheet of an XLSX or XLS file, as rows of text.</summary>
internal static class Werkblad
{
    public static bool Is(string pad) => Path.GetExtension(pad).ToLowerInvariant() is ".xlsx" or ".xls";

    /// <exception cref="ImportFout">The file is no workbook.</exception>
    public static List<string[]> Lees(string pad)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var stream = File.OpenRead(pad);
            using var reader = ExcelReaderFactory.CreateReader(stream);
            var rijen = new List<string[]>();
            while (reader.Read())
            {
                rijen.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Cel(reader.GetValue(i)))]);
            }
            return rijen;
        }
        catch (Exception fout) when (fout is ExcelReaderException or InvalidDataException or IOException)
        {
            throw new ImportFout(
                $"{Path.GetFileName(pad)} is geen leesbaar Excel-bestand. Sla het opnieuw op als .xlsx of als .csv.",
                fout
            );
        }
    }

    // A cell keeps numbers as binary fractions: fifteen digits are what Excel itself shows, so 0.1 + 0.2 is 0.3 again.
    private static string Cel(object? waarde) =>
        waarde switch
        {
            null => "",
            double getal => Math.Abs(getal) < 1e15
                ? ((decimal)getal).ToString("0.##########", CultureInfo.InvariantCulture)
                : getal.ToString(CultureInfo.InvariantCulture),
            DateTime datum => datum.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(waarde, CultureInfo.InvariantCulture) ?? "",
        };
}

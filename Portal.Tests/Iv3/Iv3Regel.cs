using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Tests.Iv3;

/// <summary>A line of the file of all municipalities, read here without any code of the portal.</summary>
internal sealed record Iv3Regel(
    string Gemeente,
    string Code,
    decimal Lasten,
    decimal Baten,
    int Inwoners,
    string Klasse
)
{
    public static List<Iv3Regel> Lees(string pad)
    {
        var komma = pad.Contains("win1252", StringComparison.Ordinal);
        var cultuur = komma ? CultureInfo.GetCultureInfo("nl-NL") : CultureInfo.InvariantCulture;
        var tekens = komma ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.UTF8;
        using var csv = new CsvReader(
            new StreamReader(pad, tekens),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" }
        );
        return
        [
            .. csv.GetRecords<dynamic>()
                .Select(d => (IDictionary<string, object>)d)
                .Select(r => new Iv3Regel(
                    (string)r["Gemeenten"],
                    ((string)r["Taakveld"]).Split(' ')[0],
                    decimal.Parse((string)r["Lasten"], cultuur),
                    decimal.Parse((string)r["Baten"], cultuur),
                    int.Parse((string)r["Inwonertal"], CultureInfo.InvariantCulture),
                    (string)r["Gemeentegrootte"]
                )),
        ];
    }

    public static decimal Midden(IEnumerable<decimal> waarden)
    {
        var op = waarden.Order().ToList();
        return decimal.Round(
            op.Count % 2 == 1 ? op[op.Count / 2] : (op[op.Count / 2 - 1] + op[op.Count / 2]) / 2,
            2,
            MidpointRounding.AwayFromZero
        );
    }
}

using System.Globalization;
using System.Xml.Linq;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>The dates of one record: yyyy-MM-dd, and a time may follow. Another form is told, not guessed at.</summary>
internal sealed class Datumlezer(int positie, string identifier)
{
    private readonly List<KoopFout> _fouten = [];

    public IReadOnlyList<KoopFout> Fouten => _fouten;

    public DateOnly? Lees(XElement? element, string naam)
    {
        if (KoopRecordLezer.Tekst(element) is not { } tekst)
        {
            return null;
        }
        if (Dag(tekst) is { } dag)
        {
            return dag;
        }
        _fouten.Add(
            new(
                positie,
                identifier,
                $"Record {positie} ({identifier}): ‘{tekst}’ in {naam} is geen datum als 2026-03-01.",
                Overgeslagen: false
            )
        );
        return null;
    }

    /// <summary>The day in Amsterdam: 23:30 in UTC is already tomorrow.</summary>
    public static DateOnly? Dag(string tekst)
    {
        if (!DateOnly.TryParseExact(tekst.AsSpan(0, Math.Min(10, tekst.Length)), "yyyy-MM-dd", out var dag))
        {
            return null;
        }
        if (tekst.Length == 10)
        {
            return dag;
        }
        if (
            tekst[10] is not ('T' or ' ' or 't')
            || !DateTimeOffset.TryParse(
                tekst,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
        )
        {
            return tekst[10] is '+' or 'Z' ? dag : null; // xs:date may carry a zone
        }
        var metZone = tekst.EndsWith('Z') || tekst[11..].AsSpan().IndexOfAny('+', '-') >= 0;
        return metZone ? DateOnly.FromDateTime(Klok.Hier(moment.UtcDateTime)) : dag;
    }
}

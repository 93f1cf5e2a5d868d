using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Indicatoren;

/// <summary>Figures as a table, each row with what its indicator is.</summary>
public sealed class MetingBestand
{
    private static readonly string[] Plekken = ["x", "y", "lon", "lat", "wkt"];
    private static readonly string[] Mag = ["maand", "n", "voorlopig", "indeling", .. Plekken];

    private readonly CsvBestand _csv;

    /// <exception cref="ImportFout">A column that is needed is not there, or twice.</exception>
    public MetingBestand(CsvBestand csv)
    {
        _csv = csv;
        string[] nodig = [.. IndicatorLezer.Verplicht, "gebiedscode", "jaar", "waarde"];
        csv.Eis(nodig);
        csv.EisEenmaal([.. nodig, .. IndicatorLezer.Mag, .. Mag]);
    }

    public IEnumerable<MetingRij> Rijen(IndicatorLezer lezer, ImportRapport rapport)
    {
        foreach (var rij in _csv.Rijen.Where(r => !r.IsLeeg))
        {
            rapport.Gelezen++;
            if (rij.Kapot is { } kapot)
            {
                rapport.Wijs(rij.Nummer, "", null, kapot);
                continue;
            }
            var fout = lezer.Lees(rij);
            var meting = fout is null ? Lees(rij, out fout) : null;
            fout ??= LeesPlek(rij, lezer.Van(rij["indicator"]!).Thema, ref meting);
            if (fout is var (kolom, reden))
            {
                rapport.Wijs(rij.Nummer, kolom, rij[kolom], reden);
            }
            else
            {
                yield return meting!;
            }
        }
        rapport.TeLang = _csv.TeLang;
        if (
            _csv.Onbekend([
                .. IndicatorLezer.Verplicht,
                "gebiedscode",
                "jaar",
                "waarde",
                .. IndicatorLezer.Mag,
                .. Mag,
            ]) is
            { } onbekend
        )
        {
            rapport.Meldingen.Add(onbekend);
        }
    }

    private static MetingRij? Lees(CsvRij rij, out (string, string)? fout)
    {
        var jaar = Geheel(rij["jaar"]);
        var (maand, n, indeling) = (Geheel(rij["maand"]), Geheel(rij["n"]), Geheel(rij["indeling"]));
        var (waarde, geenGetal) = Getal.Lees(rij["waarde"]);
        fout =
            rij["gebiedscode"] is null ? ("gebiedscode", "deze waarde is verplicht")
            : jaar is not { } j || !Jaartal.Kan(j) ? ("jaar", Jaartal.Reden)
            : geenGetal ? ("waarde", Getal.Reden)
            : rij["maand"] is not null && maand is not (>= 1 and <= 12)
                ? ("maand", "dit is geen maand van 1 tot en met 12")
            : rij["n"] is not null && n is null ? ("n", "dit is geen heel getal")
            : rij["indeling"] is not null && (indeling is not { } i || !Jaartal.Kan(i)) ? ("indeling", Jaartal.Reden)
            : rij["voorlopig"] is not (null or "ja" or "nee") ? ("voorlopig", "kies uit: ja, nee")
            : null;
        return fout is not null
            ? null
            : new(rij.Nummer, rij["indicator"]!, rij["gebiedscode"]!, (short)jaar!.Value, waarde)
            {
                Maand = (short)(maand ?? 0),
                N = n,
                Voorlopig = rij["voorlopig"] == "ja",
                Indeling = (short?)indeling,
            };
    }

    // Of what is about people's safety or health no place is kept, whatever a delivery says
    private static (string, string)? LeesPlek(CsvRij rij, string thema, ref MetingRij? meting)
    {
        (string, string)? fout = null;
        var wkt = Coordinaten.Wkt(k => rij[k], (kolom, _, reden) => fout ??= (kolom, reden));
        if (wkt is not null && (thema is "veiligheid" or "zorg"))
        {
            fout ??= (Plekken.First(k => rij[k] is not null), "van veiligheid en zorg nemen we geen plekken over");
        }
        meting = meting! with { Plek = wkt };
        return fout;
    }

    private static int? Geheel(string? tekst) =>
        int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) ? getal : null;
}

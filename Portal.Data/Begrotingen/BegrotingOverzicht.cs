using System.Globalization;
using Portal.Data.Bestanden;

namespace Portal.Data.Begrotingen;

/// <summary>
/// What must be known of a begrotingslevering before its rows can be read one at a time: the file is read once for it.
/// </summary>
internal sealed class BegrotingOverzicht
{
    private readonly Notaties _notaties = new();
    private readonly Kolomwaarde _jaar = new("boekjaar");
    private readonly Kolomwaarde _fase = new("fase");

    private BegrotingOverzicht() { }

    /// <summary>The rows that say something.</summary>
    public int Aantal { get; private set; }

    public bool HeeftControles { get; private set; }

    public Notatie Notatie => _notaties.Notatie;

    /// <summary>
    /// The first row with something in the column dekking, and the first that says something else there, or a word we
    /// do not know.
    /// </summary>
    public (int Rij, string Waarde)? Dekking { get; private set; }
    public (int Rij, string Waarde)? DekkingFout { get; private set; }

    public static BegrotingOverzicht Lees(CsvBestand csv)
    {
        var overzicht = new BegrotingOverzicht();
        foreach (var rij in csv.Rijen)
        {
            overzicht._notaties.Zie(rij["bedrag"]);
            if (TeltMee(rij))
            {
                overzicht.Zie(rij);
            }
        }
        return overzicht;
    }

    /// <summary>An empty line or a line of dashes is no row.</summary>
    public static bool TeltMee(CsvRij rij) => !rij.IsLeeg && !rij.IsStreepjes;

    /// <summary>The one year and phase of the delivery.</summary>
    /// <exception cref="ImportFout">There are no rows, or they do not agree, or there is no such year or
    /// phase.</exception>
    public (short Jaar, string Fase) JaarEnFase(string naam)
    {
        if (Aantal == 0)
        {
            throw new ImportFout($"{naam} heeft alleen een kopregel. Er is niets te laden.");
        }
        var (jaar, fase) = (_jaar.Enige(naam), _fase.Enige(naam).ToLowerInvariant());
        return
            short.TryParse(jaar, NumberStyles.None, CultureInfo.InvariantCulture, out var boekjaar)
            && boekjaar is >= 1990 and <= 2100
            && fase is "begroting" or "begrotingswijziging" or "realisatie"
            ? (boekjaar, fase)
            : throw new ImportFout(
                $"{naam}: boekjaar '{jaar}' met fase '{fase}' kan niet. Fase is begroting, begrotingswijziging of "
                    + "realisatie; boekjaar is een jaartal van 1990 tot en met 2100."
            );
    }

    private void Zie(CsvRij rij)
    {
        Aantal++;
        HeeftControles |= Controletotalen.IsControle(rij);
        _jaar.Zie(rij);
        _fase.Zie(rij);
        if (rij["dekking"]?.ToLowerInvariant() is { } dekking)
        {
            Dekking ??= (rij.Nummer, dekking);
            if (dekking != Dekking.Value.Waarde || !Begrotingen.Dekking.Soorten.Contains(dekking))
            {
                DekkingFout ??= (rij.Nummer, dekking);
            }
        }
    }

    /// <summary>A column that must say the same in every row.</summary>
    private sealed class Kolomwaarde(string kolom)
    {
        private (int Rij, string Waarde)? _eerste;
        private (int Rij, string? Waarde)? _anders;

        public void Zie(CsvRij rij)
        {
            _eerste ??= (rij.Nummer, rij[kolom] ?? "");
            if (!_eerste.Value.Waarde.Equals(rij[kolom] ?? "", StringComparison.OrdinalIgnoreCase))
            {
                _anders ??= (rij.Nummer, rij[kolom]);
            }
        }

        public string Enige(string naam)
        {
            var (nummer, eerste) = _eerste!.Value;
            return _anders is not { } anders
                ? eerste
                : throw new ImportFout(
                    $"{naam}: rij {anders.Rij} heeft in kolom {kolom} "
                        + $"{(anders.Waarde is { } waarde ? $"'{waarde}'" : "niets")}, rij {nummer} heeft '{eerste}'. "
                        + "Lever elk jaar en elke fase in een eigen bestand, en haal regels met een totaal "
                        + "weg (een controletotaal heeft ook een jaar en een fase)."
                );
        }
    }
}

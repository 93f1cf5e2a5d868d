using System.Text.Json;

namespace Portal.Data.Bestanden;

/// <summary>
/// One record; <paramref name="Nummer"/> counts records from 1, the header included, as a spreadsheet does.
/// </summary>
public sealed record CsvRij(CsvBestand Bestand, int Nummer, string[] Velden)
{
    /// <summary>The trimmed value; null when the column is absent or the cell empty.</summary>
    public string? this[string kolom] =>
        Bestand.Index(kolom) is { } i && i < Velden.Length && Velden[i].Trim() is { Length: > 0 } waarde
            ? waarde
            : null;

    /// <summary>A line of dashes under the header, as database dumps have.</summary>
    public bool IsStreepjes => Velden.All(v => v.Length > 0 && v.All(c => c == '-'));

    /// <summary>
    /// The row as it was delivered, as a JSON object of texts, in the order of the file. Of a column that is not in the
    /// list we do not know what it may hold: its texts are left out.
    /// </summary>
    /// <param name="bekend">The columns that may be published; of two columns that are called alike only the first is
    /// one of them.</param>
    /// <param name="inPlaats">Per column what is shown in place of a text that is not published.</param>
    public string AlsJson(IReadOnlyCollection<string> bekend, IReadOnlyDictionary<string, string> inPlaats)
    {
        var maskers = inPlaats
            .Where(m => Bestand.Index(m.Key) is not null)
            .ToDictionary(m => Bestand.Index(m.Key)!.Value, m => m.Value);
        var openbaar = Bestand.Plekken(bekend);
        var velden = new Dictionary<string, string>();
        for (var i = 0; i < Math.Min(Bestand.Kop.Count, Velden.Length); i++)
        {
            if (openbaar.Contains(i))
            {
                velden.TryAdd(Bestand.Kop[i], Velden[i].Length == 0 ? "" : maskers.GetValueOrDefault(i, Velden[i]));
            }
        }
        return JsonSerializer.Serialize(velden);
    }

    public bool IsLeeg => Velden.All(string.IsNullOrWhiteSpace);

    /// <summary>
    /// Why the row cannot be read, in Dutch: it has more or fewer cells than the header, or one that no database keeps;
    /// null when it can.
    /// </summary>
    public string? Kapot
    {
        get
        {
            if (Velden.Length != Bestand.AantalKolommen)
            {
                return $"de rij heeft {Velden.Length} velden in plaats van {Bestand.AantalKolommen}; staat er een "
                    + "scheidingsteken of aanhalingsteken te veel of te weinig?";
            }
            for (var i = 0; i < Velden.Length; i++)
            {
                if (Bestand.HeeftRijen(Velden[i]))
                {
                    return $"kolom {i + 1}: hierin staan hele rijen; staat er een aanhalingsteken te veel?";
                }
                if (Cel.Fout(Velden[i]) is { } fout && !Bestand.IsVorm(i))
                {
                    return $"kolom {i + 1}: {fout}";
                }
            }
            return null;
        }
    }
}

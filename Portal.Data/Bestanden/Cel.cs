namespace Portal.Data.Bestanden;

/// <summary>What no cell of any file may hold.</summary>
internal static class Cel
{
    /// <returns>Why the text cannot be kept, in Dutch; null when it can.</returns>
    public static string? Fout(string tekst)
    {
        if (tekst.Length > Grenzen.Nu.Cel)
        {
            return $"de tekst is {Zin.Getal(tekst.Length)} tekens; er passen er {Zin.Getal(Grenzen.Nu.Cel)}";
        }
        if (tekst.Contains('\0'))
        {
            return "hier staat een teken dat geen letter is (code 0)";
        }
        return HalfTeken(tekst) ? "hier staat een half teken (een kapotte emoji of vreemde letter)" : null;
    }

    private static bool HalfTeken(string tekst)
    {
        if (!tekst.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return false;
        }
        for (var i = 0; i < tekst.Length; i++)
        {
            if (!char.IsSurrogate(tekst[i]))
            {
                continue;
            }
            if (i + 1 == tekst.Length || !char.IsSurrogatePair(tekst[i], tekst[i + 1]))
            {
                return true;
            }
            i++;
        }
        return false;
    }
}

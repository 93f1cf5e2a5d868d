namespace Portal.Data.Uitvoer;

/// <summary>What a kind of column is called, by a reader and by the standards.</summary>
public static class Kolomsoorten
{
    /// <summary>As a resident reads it.</summary>
    public static string Woord(KolomSoort soort) =>
        soort switch
        {
            KolomSoort.Datum => "datum",
            KolomSoort.Jaar => "jaar",
            KolomSoort.Aantal => "aantal",
            KolomSoort.Getal => "getal",
            KolomSoort.Bedrag => "bedrag",
            KolomSoort.JaNee => "ja of nee",
            KolomSoort.Url => "webadres",
            KolomSoort.Code => "code",
            _ => "tekst",
        };

    /// <summary>The type of a field in a Table Schema (Frictionless).</summary>
    public static string Frictionless(KolomSoort soort) =>
        soort switch
        {
            KolomSoort.Datum => "date",
            KolomSoort.Jaar => "year",
            KolomSoort.Aantal => "integer",
            KolomSoort.Getal or KolomSoort.Bedrag => "number",
            KolomSoort.JaNee => "boolean",
            _ => "string",
        };
}

namespace Portal.Data.Oordelen;

/// <summary>What stands in the place of a text that may name a person.</summary>
public static class Masker
{
    public const string Persoon = "(Particulier)";
    public const string Onbeoordeeld = "(naam nog niet beoordeeld)";
    public const string Titel = "(weggelaten: hierin staat een persoon)";

    /// <summary>In the source row, of a person's row: the title may say who it is.</summary>
    public const string TitelVanPersoon = "(weggelaten: dit is van een particulier)";

    public static bool Is(string? tekst) => tekst is Persoon or Onbeoordeeld or Titel;
}

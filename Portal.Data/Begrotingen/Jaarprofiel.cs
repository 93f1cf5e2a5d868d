namespace Portal.Data.Begrotingen;

/// <summary>
/// What is known of one year and phase: how complete it is, and of how much of its money the place and the years are
/// known. Euros.
/// </summary>
public sealed record Jaarprofiel
{
    public int Jaar { get; init; }
    public string Fase { get; init; } = "";
    public string Bl { get; init; } = "L";

    /// <summary>
    /// <c>toekenning</c>: the year of the dossier or the books; <c>waarvoor</c>: the years a subsidy is for.
    /// </summary>
    public string Jaarsoort { get; init; } = BegrotingKeuze.Toekenning;

    public decimal Bedrag { get; init; }

    /// <summary>The source does not say where.</summary>
    public decimal ZonderPlek { get; init; }

    /// <summary>Known to be for other years than this one, or for more than this one.</summary>
    public decimal AnderJaar { get; init; }

    /// <summary>Known to be for later years only.</summary>
    public decimal Later { get; init; }

    /// <summary>Known to be for more than one year.</summary>
    public decimal MeerJaren { get; init; }

    /// <summary>
    /// Of the year of the dossier: no year is known. Of the year that money is for, beside <see cref="Bedrag"/>: may be
    /// for this year, but that is not known.
    /// </summary>
    public decimal ZonderJaar { get; init; }

    /// <summary>Belongs to no programme that we know.</summary>
    public decimal ZonderProgramma { get; init; }

    /// <summary>Rows of € 0.</summary>
    public long Nul { get; init; }

    /// <summary>Rows that call themselves a duplicate (<see cref="Begrotingen.Duplicaat"/>), and their money.</summary>
    public long Duplicaten { get; init; }

    public decimal Duplicaat { get; init; }

    /// <summary>volledig, deel or onvolledig.</summary>
    public string Dekking { get; init; } = "volledig";

    /// <summary>The last day of a part.</summary>
    public DateOnly? Tot { get; init; }

    /// <summary>
    /// Why it is not volledig: datum, rijen, vaststelling or jaar by the rule, levering or beheer when somebody said
    /// so.
    /// </summary>
    public string? Reden { get; init; }

    public string? Toelichting { get; init; }

    public bool Volledig => Dekking == "volledig";

    /// <summary>A part of all money of this year, from 0 to 1.</summary>
    public decimal Deel(decimal bedrag) => Bedrag == 0 ? 0 : bedrag / Bedrag;
}

/// <summary>Why two years may not stand beside each other.</summary>
public enum Breuk
{
    /// <summary>One of them is a part of a year, or not complete.</summary>
    Dekking,

    /// <summary>Of one of them more is for later years, or for more years at a time, than of the other.</summary>
    Looptijd,

    /// <summary>Of one of them it is more often not known to which programme the money belongs.</summary>
    ZonderProgramma,

    /// <summary>Of one of them it is more often not known where the money went.</summary>
    ZonderPlek,
}

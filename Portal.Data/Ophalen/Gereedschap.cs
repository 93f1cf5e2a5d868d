using Npgsql;
using Portal.Data.Datasets;

namespace Portal.Data.Ophalen;

/// <summary>What every step of fetching works with.</summary>
/// <param name="Map">A folder for what is on its way; gone afterwards.</param>
public sealed record Gereedschap(NpgsqlDataSource Db, Haler Haler, string Archief, string Map)
{
    public Paginas Paginas { get; } = new(Haler, Map);

    public Klok Klok { get; init; } = Klok.Systeem;

    /// <summary>PDOK's Locatieserver, which knows where an address is; null: nothing is asked there.</summary>
    public Uri? Locatieserver { get; init; }

    /// <summary>KOOP's SRU service of announcements.</summary>
    public Uri? Koop { get; init; }

    /// <summary>A mirror that is asked in place of every host; null: the hosts themselves.</summary>
    public Uri? Via { get; init; }

    public string Pad(string naam) => Path.Combine(Map, naam);
}

/// <summary>One source for one municipality.</summary>
/// <param name="Eerder">What the source said of itself the last time that it was loaded whole.</param>
/// <param name="Opnieuw">Load it also when the file is the same: what it hangs on has changed.</param>
/// <param name="Concept">Somebody looks at it before it is public.</param>
public sealed record Opdracht(
    Bron Bron,
    Gemeente Gemeente,
    string? Eerder = null,
    bool Opnieuw = false,
    bool Concept = false
)
{
    internal Publicatie Publicatie(Gereedschap met) =>
        new(met.Db, met.Archief)
        {
            AlleenAlsAnders = !Opnieuw,
            Opnieuw = Opnieuw,
            AlleenConcept = Concept,
            Ritme = Bron.Ritme,
        };

    internal Uri Adres(int? jaar = null, string? tabel = null) => Gemeente.Adres(Bron.Adres, jaar, tabel);
}

/// <summary>What came of a source.</summary>
/// <param name="Kenmerk">What the source says of itself, to compare with the next time; null: it says nothing.</param>
/// <param name="Meldingen">What an operator should know of it, beside the reports.</param>
public sealed record Uitkomst(IReadOnlyList<ImportRapport> Rapporten, string? Kenmerk, IReadOnlyList<string> Meldingen)
{
    /// <summary>Nothing was loaded, for the source says that it is as it was.</summary>
    public static Uitkomst Gelijk(string? kenmerk) => new([], kenmerk, []);
}

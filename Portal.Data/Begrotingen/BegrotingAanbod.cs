namespace Portal.Data.Begrotingen;

/// <summary>What a reader chose, as it stands in the URL. Null is: choose for me.</summary>
/// <param name="Programma">The code of a programme.</param>
/// <param name="Bl">L (lasten, what is spent) or B (baten, what comes in).</param>
/// <param name="Tel">What counts: <c>direct</c>, <c>afgeleid</c> (also recognised in text) or <c>alles</c> (also
/// divided by a key).</param>
/// <param name="Jaarsoort">Of subsidies: <c>toekenning</c> (the year of the dossier) or <c>waarvoor</c> (the years they
/// are for).</param>
public sealed record BegrotingFilter(
    int? Jaar,
    string? Fase,
    string? Programma,
    [Standaard("L")] string? Bl,
    [Standaard("alles")] string? Tel,
    [Standaard(BegrotingKeuze.Toekenning)] string? Jaarsoort = null
);

/// <summary>The same with every choice made and checked.</summary>
/// <param name="PerHoofd">Whether the money is of this one year, so that it may be divided by the people of that
/// year.</param>
public sealed record BegrotingKeuze(
    int Jaar,
    string Fase,
    string? Programma,
    string Bl,
    string Tel,
    string Jaarsoort = BegrotingKeuze.Toekenning,
    bool PerHoofd = true
)
{
    public const string Toekenning = "toekenning";
    public const string Waarvoor = "waarvoor";

    public bool Subsidie => BegrotingAanbod.IsSubsidie(Fase);
}

public sealed record ProgrammaRow(string Code, string Naam, string Uitleg);

/// <summary>What there is to choose from in the published data.</summary>
public sealed record BegrotingAanbod(IReadOnlyList<Jaarprofiel> Jaren, IReadOnlyList<ProgrammaRow> Programmas)
{
    /// <summary>The year that is not over yet.</summary>
    public int DitJaar { get; init; } = Klok.Systeem.Vandaag.Year;

    /// <summary>From what a resident asks most to what she asks least.</summary>
    public static readonly string[] Fasen =
    [
        "realisatie",
        "begroting",
        "begrotingswijziging",
        "verleend",
        "vastgesteld",
        "aangevraagd",
    ];
    public static readonly string[] Tellingen = ["alles", "afgeleid", "direct"];
    public static readonly string[] Jaarsoorten = [BegrotingKeuze.Toekenning, BegrotingKeuze.Waarvoor];

    /// <summary>A share may differ this much between two years before they are of different kinds.</summary>
    private const decimal MeesteVerschil = 0.10m;

    /// <summary>
    /// Where the unknown share differs this much, an area or programme seems to gain what was only not known before.
    /// </summary>
    private const decimal MeestePlekVerschil = 0.05m;

    /// <summary>
    /// Of money of which more than this is known to be for other years, a figure per head says nothing of one year.
    /// </summary>
    private const decimal MeestAnderJaar = 0.15m;

    public static bool IsSubsidie(string fase) => fase is "verleend" or "vastgesteld" or "aangevraagd";

    public Jaarprofiel? Profiel(int jaar, string fase, string bl, string jaarsoort) =>
        Jaren.FirstOrDefault(j =>
            j.Jaar == jaar
            && j.Fase == fase
            && j.Bl == bl
            && j.Jaarsoort == (IsSubsidie(fase) ? jaarsoort : BegrotingKeuze.Toekenning)
        );

    public Jaarprofiel? Profiel(BegrotingKeuze keuze) => Profiel(keuze.Jaar, keuze.Fase, keuze.Bl, keuze.Jaarsoort);

    /// <summary>The years of a choice, the newest first.</summary>
    public IEnumerable<int> JarenVan(BegrotingKeuze keuze) =>
        Jaren
            .Where(j => j.Jaarsoort == keuze.Jaarsoort || !IsSubsidie(j.Fase))
            .Select(j => j.Jaar)
            .Distinct()
            .OrderDescending();

    /// <summary>
    /// Whether the money of a phase may be divided by the people of the year: all of it is known, and it is of that
    /// year.
    /// </summary>
    public bool MagPerHoofd(int jaar, string fase, string bl, string jaarsoort) =>
        Profiel(jaar, fase, bl, jaarsoort) is not { } p || (p.Volledig && p.Deel(p.AnderJaar) <= MeestAnderJaar);

    /// <summary>
    /// Why the chosen year and another one may not stand beside each other; null when they may, or when one of them has
    /// no figures.
    /// </summary>
    /// <param name="heleStad">Of the whole city it does not matter where the money went.</param>
    /// <param name="perProgramma">Whether programmes are looked at apart: of all together it does not matter to which
    /// the money belongs.</param>
    public Breuk? Breekt(BegrotingKeuze keuze, int ander, bool heleStad, bool perProgramma) =>
        Breekt(Profiel(keuze), Profiel(ander, keuze.Fase, keuze.Bl, keuze.Jaarsoort), heleStad, perProgramma);

    private static Breuk? Breekt(Jaarprofiel? een, Jaarprofiel? twee, bool heleStad, bool perProgramma) =>
        een is null || twee is null ? null
        : !een.Volledig || !twee.Volledig ? Breuk.Dekking
        : Verschilt(een.Deel(een.Later), twee.Deel(twee.Later))
        || Verschilt(een.Deel(een.MeerJaren), twee.Deel(twee.MeerJaren))
            ? Breuk.Looptijd
        : !heleStad && Verschilt(een.Deel(een.ZonderPlek), twee.Deel(twee.ZonderPlek), MeestePlekVerschil)
            ? Breuk.ZonderPlek
        : perProgramma && Verschilt(een.Deel(een.ZonderProgramma), twee.Deel(twee.ZonderProgramma), MeestePlekVerschil)
            ? Breuk.ZonderProgramma
        : null;

    private static bool Verschilt(decimal een, decimal twee, decimal meeste = MeesteVerschil) =>
        Math.Abs(een - twee) > meeste;

    /// <returns>What is wrong with the choice, in Dutch; null when nothing is.</returns>
    public string? Reden(BegrotingFilter filter) =>
        filter.Jaar is not (null or 0 or (>= 1990 and <= 2100))
            ? $"Het jaar {filter.Jaar} kan niet. Kies een jaar van 1990 tot en met 2100."
        : filter.Fase is not null && !Fasen.Contains(filter.Fase)
            ? $"De soort bedrag '{filter.Fase}' bestaat niet. Kies uit: {string.Join(", ", Fasen)}."
        : filter.Bl is not (null or "L" or "B")
            ? $"Bij bl staat '{filter.Bl}'. Kies L (lasten, uitgaven) of B (baten, inkomsten)."
        : filter.Tel is not null && !Tellingen.Contains(filter.Tel)
            ? $"Bij tel staat '{filter.Tel}'. Kies uit: {string.Join(", ", Tellingen)}."
        : filter.Jaarsoort is not null && !Jaarsoorten.Contains(filter.Jaarsoort)
            ? $"Bij jaarsoort staat '{filter.Jaarsoort}'. Kies uit: {string.Join(", ", Jaarsoorten)}."
        : filter.Programma is not (null or "") && Programmas.All(p => p.Code != filter.Programma)
            ? $"Het programma '{filter.Programma}' bestaat niet. Kies een programma uit de lijst."
        : null;

    /// <returns>The choice, by default of the last complete year that is not still to come (but a begroting may be of
    /// next year); null when the URL asks for what does not exist.</returns>
    public BegrotingKeuze? Kies(BegrotingFilter filter)
    {
        var (bl, tel) = (filter.Bl ?? "L", filter.Tel ?? "alles");
        var fase =
            filter.Fase
            ?? Fasen.FirstOrDefault(f =>
                Jaren.Any(j => j.Fase == f && j.Bl == bl && (filter.Jaar is null || j.Jaar == filter.Jaar))
            )
            ?? Fasen.FirstOrDefault(f => Jaren.Any(j => j.Fase == f))
            ?? Fasen[0];
        var jaarsoort = IsSubsidie(fase) ? filter.Jaarsoort ?? BegrotingKeuze.Toekenning : BegrotingKeuze.Toekenning;
        var jaar = filter.Jaar ?? Standaard(fase, bl);
        return Reden(filter) is not null
            ? null
            : new(
                jaar,
                fase,
                filter.Programma is "" ? null : filter.Programma,
                bl,
                tel,
                jaarsoort,
                MagPerHoofd(jaar, fase, bl, jaarsoort)
            );
    }

    // Where there is nothing of the choice, a year that there is something of: "no data" is then said of a year that a
    // reader knows.
    private int Standaard(string fase, string bl) =>
        Jaren
            .Where(j => j.Fase == fase && j.Jaarsoort == BegrotingKeuze.Toekenning)
            .OrderBy(j => j.Bl == bl)
            .ThenBy(j => j.Jaar <= DitJaar || fase == "begroting")
            .ThenBy(j => j.Volledig)
            .ThenBy(j => j.Jaar)
            .LastOrDefault()
            ?.Jaar
        ?? 0;
}

using System.Globalization;
using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>
/// How often recognition is right, read by people in one municipality; <paramref name="Gemeente"/> is its code.
/// </summary>
public sealed record HerkenningMeting(
    string Gemeente,
    string Bron,
    DateOnly GemetenOp,
    short Indeling,
    int Gelezen,
    int Goed,
    decimal EuroGelezen,
    decimal EuroGoed,
    int TeVinden,
    int Gevonden
)
{
    private static readonly string[] Kolommen =
    [
        "gemeente",
        "bron",
        "gemeten_op",
        "indeling",
        "gelezen",
        "goed",
        "euro_gelezen",
        "euro_goed",
        "te_vinden",
        "gevonden",
    ];

    /// <exception cref="ImportFout">The file is not one row of figures that can be.</exception>
    internal static HerkenningMeting Lees(CsvBestand csv)
    {
        csv.Eis(Kolommen);
        if (csv.Rijen.Where(r => !r.IsLeeg).ToList() is not [var rij])
        {
            throw new ImportFout($"{csv.Naam} moet één rij met cijfers hebben.");
        }
        decimal Getal(string kolom) =>
            decimal.TryParse(rij[kolom], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var getal)
                ? getal
                : throw new ImportFout($"{csv.Naam}, {kolom}: '{rij[kolom]}' is geen getal.");
        var meting = new HerkenningMeting(
            rij["gemeente"] ?? "",
            rij["bron"] ?? "",
            DateOnly.TryParse(rij["gemeten_op"], CultureInfo.InvariantCulture, out var dag)
                ? dag
                : throw new ImportFout($"{csv.Naam}, gemeten_op: geef een datum, zoals 2026-03-01."),
            (short)Getal("indeling"),
            (int)Getal("gelezen"),
            (int)Getal("goed"),
            Getal("euro_gelezen"),
            Getal("euro_goed"),
            (int)Getal("te_vinden"),
            (int)Getal("gevonden")
        );
        return
            meting.Goed <= meting.Gelezen
            && meting.EuroGoed <= meting.EuroGelezen
            && meting.Gevonden <= meting.TeVinden
            && meting is { Gelezen: > 0, EuroGelezen: > 0, TeVinden: > 0 }
            ? meting
            : throw new ImportFout(
                $"{csv.Naam}: wat goed is of gevonden is, kan niet meer zijn dan wat er is gelezen."
            );
    }

    internal async Task BewaarAsync(Lading lading, CancellationToken ct)
    {
        var args = new DynamicParameters(this);
        args.Add("VersieId", lading.VersieId);
        await lading.Db.ExecuteAsync(new(InvoegSql, args, lading.Transactie, cancellationToken: ct));
    }

    private const string InvoegSql = """
        insert into herkenning_meting (versie_id, gemeente, bron, gemeten_op, indeling, gelezen, goed, euro_gelezen,
            euro_goed, te_vinden, gevonden)
        values (@VersieId, @Gemeente, @Bron, @GemetenOp, @Indeling, @Gelezen, @Goed, @EuroGelezen, @EuroGoed,
            @TeVinden, @Gevonden)
        """;
}

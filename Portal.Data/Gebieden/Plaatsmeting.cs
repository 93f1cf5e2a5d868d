using System.Globalization;
using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>
/// How often a text that names a thing of a layer means it, read by people in one municipality; from which follows
/// whether the names of that layer count (migration 0120).
/// </summary>
internal sealed record Plaatsmeting(
    string Gemeente,
    string Laag,
    string Bron,
    DateOnly GemetenOp,
    int Gelezen,
    int Goed,
    decimal EuroGelezen,
    decimal EuroGoed
)
{
    /// <exception cref="ImportFout">A row has figures that cannot be.</exception>
    public static IReadOnlyList<Plaatsmeting> Lees(CsvBestand csv)
    {
        csv.Eis("gemeente", "laag", "bron", "gemeten_op", "gelezen", "goed", "euro_gelezen", "euro_goed");
        return [.. csv.Rijen.Where(r => !r.IsLeeg).Select(r => Lees(csv.Naam, r))];
    }

    private static Plaatsmeting Lees(string bestand, CsvRij rij)
    {
        ImportFout Fout(string kolom, string wat) =>
            new($"{bestand}, rij {rij.Nummer}, {kolom}: {wat}. Er is niets veranderd.");
        decimal Getal(string kolom) =>
            decimal.TryParse(rij[kolom], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var getal)
                ? getal
                : throw Fout(kolom, "hier staat geen getal");
        var meting = new Plaatsmeting(
            rij["gemeente"] ?? "",
            rij["laag"] ?? throw Fout("laag", "zeg van welke laag dit is, zoals parken"),
            rij["bron"] ?? "",
            DateOnly.TryParse(rij["gemeten_op"], CultureInfo.InvariantCulture, out var dag)
                ? dag
                : throw Fout("gemeten_op", "geef een datum, zoals 2026-03-01"),
            (int)Getal("gelezen"),
            (int)Getal("goed"),
            Getal("euro_gelezen"),
            Getal("euro_goed")
        );
        return
            meting.Goed <= meting.Gelezen
            && meting.EuroGoed <= meting.EuroGelezen
            && meting is { Gelezen: > 0, EuroGelezen: > 0 }
            ? meting
            : throw Fout("goed", "wat goed is, kan niet meer zijn dan wat er is gelezen");
    }

    public static Task BewaarAsync(Lading lading, IReadOnlyList<Plaatsmeting> metingen, CancellationToken ct) =>
        lading.Db.ExecuteAsync(
            new(
                InvoegSql,
                metingen.Select(m => new
                {
                    lading.VersieId,
                    m.Gemeente,
                    m.Laag,
                    m.Bron,
                    m.GemetenOp,
                    m.Gelezen,
                    m.Goed,
                    m.EuroGelezen,
                    m.EuroGoed,
                }),
                lading.Transactie,
                cancellationToken: ct
            )
        );

    private const string InvoegSql = """
        insert into plaatsmeting (versie_id, gemeente, laag, bron, gemeten_op, gelezen, goed, euro_gelezen, euro_goed)
        values (@VersieId, @Gemeente, @Laag, @Bron, @GemetenOp, @Gelezen, @Goed, @EuroGelezen, @EuroGoed)
        """;
}

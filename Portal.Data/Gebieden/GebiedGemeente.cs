using Dapper;
using Npgsql;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>Whose areas a delivery brings: a portal shows one municipality.</summary>
internal static class GebiedGemeente
{
    /// <summary>What the operator says, else that of the portal, else the only one in the file.</summary>
    /// <exception cref="ImportFout">The file has more than one, and nobody says which.</exception>
    public static async Task<(string Code, string Naam)> KiesAsync(
        Lading lading,
        GebiedOpties opties,
        IReadOnlyList<GebiedRij> rijen,
        CancellationToken ct
    )
    {
        var bekend = await BekendAsync(lading, ct);
        var codes = rijen.Select(r => r.VanGemeente).OfType<string>().Distinct().ToList();
        var code = opties.Gemeente is { } gezegd ? Gemeentecode.Eis(gezegd) : bekend?.Code;
        if (code is null && codes.Count > 1)
        {
            throw new ImportFout(
                $"{lading.Rapport.Bestand} bevat gebieden van {codes.Count} gemeenten. Geef mee welke u wilt, "
                    + "bijvoorbeeld --gemeente GM0363."
            );
        }
        code ??= codes.FirstOrDefault() ?? Gemeentecode.Onbekend;
        return (
            code,
            opties.GemeenteNaam
                ?? (bekend?.Code == code ? bekend?.Naam : null)
                ?? Naam(rijen, code)
                ?? GebiedDataset.GroteGemeenten.GetValueOrDefault(code, $"Gemeente {code}")
        );
    }

    /// <summary>The municipality of the portal; null while there are no real areas.</summary>
    public static Task<(string Code, string Naam)?> BekendAsync(Lading lading, CancellationToken ct) =>
        lading.Db.QueryFirstOrDefaultAsync<(string Code, string Naam)?>(
            new(BekendSql, transaction: lading.Transactie, cancellationToken: ct)
        );

    /// <summary>The same, before there is a delivery.</summary>
    /// <exception cref="ImportFout">There are no real areas.</exception>
    public static async Task<(string Code, string Naam)> EisAsync(NpgsqlDataSource db, CancellationToken ct) =>
        await BekendAsync(db, ct)
        ?? throw new ImportFout(
            "Er is nog geen gemeente. Laad eerst gebieden: portal import gebieden BESTAND --indeling JAAR, of "
                + "haal alles op: "
                + "portal gemeente NAAM."
        );

    public static async Task<(string Code, string Naam)?> BekendAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var verbinding = await db.OpenConnectionAsync(ct);
        return await verbinding.QueryFirstOrDefaultAsync<(string Code, string Naam)?>(
            new(BekendSql, cancellationToken: ct)
        );
    }

    /// <summary>The rows without those that say to be of another municipality.</summary>
    /// <exception cref="AfgekeurdeLevering">None is left.</exception>
    public static List<GebiedRij> Eigen(
        IReadOnlyList<GebiedRij> rijen,
        (string Code, string Naam) gemeente,
        ImportRapport rapport
    ) => Eigen(rijen, r => r.VanGemeente, gemeente, rapport);

    /// <summary>The same of names: their codes are the municipality's own, their numbers are not.</summary>
    public static List<GebiedRij> EigenNamen(
        List<GebiedRij> rijen,
        (string Code, string Naam) gemeente,
        ImportRapport rapport
    ) => Eigen(rijen, r => r.VanGemeente ?? Gemeentecode.InNummer(r.Identificatie), gemeente, rapport);

    private static List<GebiedRij> Eigen(
        IReadOnlyList<GebiedRij> rijen,
        Func<GebiedRij, string?> van,
        (string Code, string Naam) gemeente,
        ImportRapport rapport
    )
    {
        var eigen = rijen.Where(r => !IsVanAnder(van(r), gemeente.Code)).ToList();
        if (eigen.Count == 0 && rijen.Count > 0)
        {
            throw GeenEigen(rapport, gemeente, rijen.Select(r => Gemeentecode.Noem(van(r)!, r.GemeenteNaam)));
        }
        if (eigen.Count < rijen.Count)
        {
            rapport.Meldingen.Add(
                $"{rijen.Count - eigen.Count} gebieden van andere gemeenten overgeslagen; geladen is "
                    + $"{gemeente.Code} {gemeente.Naam}."
            );
        }
        return eigen;
    }

    /// <summary>A delivery in which nothing is of this municipality.</summary>
    /// <param name="anderen">Whose it is, of each row.</param>
    public static AfgekeurdeLevering GeenEigen(
        ImportRapport rapport,
        (string Code, string Naam) gemeente,
        IEnumerable<string> anderen
    ) =>
        new(
            rapport,
            $"{rapport.Bestand} bevat geen gebieden van {Gemeentecode.Noem(gemeente.Code, gemeente.Naam)}, alleen van "
                + $"{Gemeentecode.Som(anderen)}. Er is niets veranderd. Lever het bestand van de eigen gemeente."
        );

    /// <param name="van">Null: the row does not say.</param>
    public static bool IsVanAnder(string? van, string eigen) =>
        van is not null && van != eigen && eigen != Gemeentecode.Onbekend;

    private static string? Naam(IReadOnlyList<GebiedRij> rijen, string code) =>
        rijen
            .Where(r => r.VanGemeente == code && GebiedKeuze.TeLang("naam", r.GemeenteNaam, GebiedGrenzen.Naam) is null)
            .Select(r => r.GemeenteNaam)
            .FirstOrDefault(n => n is not null);

    private const string BekendSql = """
        select g.code, g.naam from gebied_nu g join versie v on v.id = g.versie_id join dataset d
            on d.id = v.dataset_id where g.soort = 'stad' and not d.voorbeeld order by g.code limit 1
        """;
}

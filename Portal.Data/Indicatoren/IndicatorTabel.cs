using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Indicatoren;

/// <summary>Writes indicators and their figures to the version that is being made.</summary>
internal static class IndicatorTabel
{
    /// <summary>What the indicators were in the version that counts now.</summary>
    public static async Task<IReadOnlyDictionary<string, Indicator>> VorigeAsync(Lading lading, CancellationToken ct)
    {
        const string sql = """
            select code, naam, eenheid, definitie, thema, richting, methode, bron, laagste_schaal, drempel, optelbaar,
                   beleving, kern, naast_geld, breuk, deel_van, doorstroom
            from indicator where versie_id = @VorigeVersieId order by plek, code limit 10000
            """;

        return (
            await lading.Db.QueryAsync<Indicator>(
                new(sql, new { lading.VorigeVersieId }, lading.Transactie, cancellationToken: ct)
            )
        ).ToDictionary(r => r.Code);
    }

    public static Task BewaarAsync(Lading lading, IReadOnlyList<Indicator> indicatoren, CancellationToken ct)
    {
        const string sql = """
            insert into indicator (versie_id, code, naam, definitie, eenheid, thema, richting, methode, bron,
                laagste_schaal, drempel, optelbaar, beleving, kern, naast_geld, breuk, deel_van, doorstroom,
                plek)
            values (@VersieId, @Code, @Naam, @Definitie, @Eenheid, @Thema, @Richting, @Methode, @Bron, @LaagsteSchaal,
                @Drempel, @Optelbaar, @Beleving, @Kern, @NaastGeld, @Breuk, @DeelVan, @Doorstroom, @Plek)
            """;

        var rijen = indicatoren.Select(
            (i, plek) =>
            {
                var rij = new DynamicParameters(i);
                rij.Add("VersieId", lading.VersieId);
                rij.Add("Plek", plek);
                return rij;
            }
        );
        return lading.Db.ExecuteAsync(new(sql, rijen, lading.Transactie, cancellationToken: ct));
    }

    public static async Task KopieerAsync(
        Lading lading,
        IReadOnlyCollection<GekeurdeMeting> metingen,
        CancellationToken ct
    )
    {
        await using (
            var copy = await lading.Db.BeginBinaryImportAsync(
                """
                copy meting (versie_id, rij, indicator, indeling, code, jaar, maand, waarde, n, voorlopig, onderdrukt,
                    bronnaam) from stdin (format binary)
                """,
                ct
            )
        )
        {
            foreach (var (rij, gebied, gesloten) in metingen)
            {
                await copy.WriteRowAsync(
                    ct,
                    lading.VersieId,
                    rij.Rij,
                    rij.Indicator,
                    gebied.Indeling,
                    gebied.Code,
                    rij.Jaar,
                    rij.Maand,
                    gesloten || rij.Waarde is null ? DBNull.Value : rij.Waarde.Value,
                    gesloten || rij.N is null ? DBNull.Value : rij.N.Value,
                    rij.Voorlopig,
                    gesloten,
                    gebied.Naam
                );
            }
            await copy.CompleteAsync(ct);
        }
        await SluitAsync(lading, metingen.Where(m => m.Gesloten), ct);
        lading.Rapport.Geladen = lading.Rapport.Gewijzigd = metingen.Count;
    }

    private static async Task SluitAsync(Lading lading, IEnumerable<GekeurdeMeting> metingen, CancellationToken ct)
    {
        await using var copy = await lading.Db.BeginBinaryImportAsync(
            "copy meting_gesloten (versie_id, indicator, code, jaar, maand, waarde, n) from stdin (format binary)",
            ct
        );
        foreach (var (rij, gebied, _) in metingen)
        {
            await copy.WriteRowAsync(
                ct,
                lading.VersieId,
                rij.Indicator,
                gebied.Code,
                rij.Jaar,
                rij.Maand,
                rij.Waarde!.Value,
                rij.N is null ? DBNull.Value : rij.N.Value
            );
        }
        await copy.CompleteAsync(ct);
    }
}

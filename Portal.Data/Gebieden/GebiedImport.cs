using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>What the command line says of a delivery of areas. Null is: read it from the file.</summary>
public sealed record GebiedOpties(
    short Indeling,
    string? Soort = null,
    string? Gemeente = null,
    string? GemeenteNaam = null
)
{
    /// <summary>Whose borders they are; null: of the municipality itself.</summary>
    public Ophalen.Herkomst? Herkomst { get; init; }
}

/// <summary>
/// Loads areas of one kind and division. Kinds above that were never delivered are built by union, each as a
/// version of its own, and give way as soon as they are delivered.
/// </summary>
public sealed class GebiedImport(Publicatie publicatie)
{
    public async Task<ImportRapport> LaadAsync(string pad, GebiedOpties opties, CancellationToken ct)
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var rijen = GebiedBestand.Lees(levering);
        var soort = SoortVan(opties.Soort, levering.Naam, rijen);

        return await publicatie.LaadAsync(
            GebiedDataset.Van(soort, opties.Indeling, opties.Herkomst),
            levering,
            async lading =>
            {
                var gemeente = await GebiedGemeente.KiesAsync(lading, opties, rijen, ct);
                new GebiedGevolg(opties.Indeling, soort, gemeente).Bewaar(lading);
                await LaadRijenAsync(lading, rijen, soort, opties, gemeente, ct);
            },
            ct
        );
    }

    private static string SoortVan(string? gezegd, string naam, IReadOnlyList<GebiedRij> rijen)
    {
        if (rijen.All(r => r.Kapot is not null))
        {
            throw new ImportFout(
                rijen.Count == 0
                    ? $"In {naam} staat geen enkel gebied. Haal het bestand opnieuw op; er is niets veranderd."
                    : $"In {naam} is geen enkel gebied te lezen. Rij 1: {rijen[0].Kapot}. Er is niets veranderd."
            );
        }
        if (gezegd is not null)
        {
            return gezegd;
        }
        var soorten = rijen.Select(r => r.Soort).Where(s => s is not null).Distinct().ToList();
        return soorten.Count == 1
            ? soorten[0]!
            : throw new ImportFout(
                soorten.Count == 0
                    ? $"In {naam} is niet te zien welke soort gebied het is. Geef --soort buurt, wijk, gebied "
                        + "of stadsdeel mee."
                    : $"{naam} bevat meer soorten gebied ({string.Join(", ", soorten)}). Lever elke soort in "
                        + "een eigen bestand."
            );
    }

    private async Task LaadRijenAsync(
        Lading lading,
        IReadOnlyList<GebiedRij> rijen,
        string soort,
        GebiedOpties opties,
        (string Code, string Naam) gemeente,
        CancellationToken ct
    )
    {
        var rapport = lading.Rapport;
        rapport.Gelezen = rijen.Count;
        var eigen = GebiedGemeente.Eigen(rijen, gemeente, rapport);
        var geldig = GebiedKeuze.Geldig(eigen, rapport).ToList();
        var goede = GebiedKeuze.Goede(geldig, soort, gemeente.Code, rapport);
        await GebiedTabel.KopieerAsync(lading, goede, ct);
        await GebiedDubbel.WijsAfAsync(lading, soort, opties.Indeling, ct);
        rapport.Geladen = await lading.Db.ExecuteAsync(
            new(
                InvoegSql,
                new
                {
                    lading.VersieId,
                    Soort = soort,
                    opties.Indeling,
                    Stad = gemeente.Code,
                },
                lading.Transactie,
                commandTimeout: 0,
                cancellationToken: ct
            )
        );
        if (!publicatie.MagVerliezen && rapport.Geladen < geldig.Count)
        {
            throw new AfgekeurdeLevering(
                rapport,
                $"Van de {geldig.Count} gebieden in {rapport.Bestand} zijn er {geldig.Count - rapport.Geladen} "
                    + "afgewezen: de "
                    + "kaart zou gaten krijgen. Er is niets veranderd. Is dat toch goed, geef dan "
                    + "--verlies-toegestaan mee."
            );
        }
        await lading.Db.ExecuteAsync(
            new(
                """
                insert into gebied_inwoners (versie_id, indeling, code, jaar, inwoners) select @VersieId, @Indeling,
                    code, @Indeling, inwoners from gebied_in where inwoners is not null and geom is not null
                """,
                new { lading.VersieId, opties.Indeling },
                lading.Transactie,
                cancellationToken: ct
            )
        );
        (rapport.Gewijzigd, rapport.Vervallen) = await lading.Db.QuerySingleAsync<(int, int)>(
            new(VerschilSql, new { lading.VersieId, lading.VorigeVersieId }, lading.Transactie, cancellationToken: ct)
        );
        publicatie.Voortgang?.Report((rijen.Count, rijen.Count));
    }

    // The parent is looked up by the relation in the file; else it follows from the code: EA01 lies in EA, EA in E,
    // BU0363EA01 in WK0363EA.
    private const string InvoegSql = """
        insert into gebied (versie_id, rij, soort, indeling, code, cbs_code, identificatie, volgnummer, naam,
            naam_bron, ggw_id, ouder_code, geldig_van, geldig_tot, geom, kaart)
        select @VersieId, i.rij, @Soort, @Indeling, i.code,
               coalesce(i.cbs_code, case when i.code ~ '^[A-Z]{2}$' then 'WK' when i.code ~ '^[A-Z]{2}[0-9]{2}$'
                   then 'BU' end || substr(@Stad, 3) || i.code), i.identificatie, i.volgnummer,
               coalesce(i.naam, initcap(@Soort) || ' ' || i.code), case when i.naam is null then '' end, case
                   when @Soort = 'buurt' then split_part(i.ggw, '.', 1) end,
               coalesce(p.code, case
                   when @Soort = 'buurt' and i.ouder like 'WK%' then i.ouder
                   when @Soort = 'buurt' and i.code ~ '^[A-Z]{2}[0-9]{2}$' then left(i.code, 2)
                   when @Soort = 'buurt' and i.code like 'BU%' then 'WK' || substr(i.code, 3, 6)
                   when @Soort in ('wijk', 'gebied') and i.ouder ~ '^[A-Z]$' then i.ouder
                   when @Soort = 'wijk' and i.code ~ '^[A-Z]{2}$' then left(i.code, 1)
                   else @Stad end),
               i.geldig_van, i.geldig_tot, ST_Multi(i.geom), ST_Transform(ST_SimplifyPreserveTopology(i.geom, 5), 4326)
        from gebied_in i
        left join lateral (
            select p.code from gebied_gepubliceerd p
            where p.indeling = @Indeling and p.soort <> @Soort and i.ouder is not null
                and (p.identificatie = split_part(i.ouder, '.', 1) or p.code = i.ouder or p.cbs_code = i.ouder)
            limit 1) p on true
        where i.geom is not null
        """;

    private const string VerschilSql = """
        select (select count(*) from gebied n left join gebied o on o.versie_id = @VorigeVersieId and o.code = n.code
                where n.versie_id = @VersieId and (o.code is null or (o.naam <> n.naam and n.naam_bron is null)
                    or o.ggw_id is distinct from n.ggw_id or o.ouder_code is distinct from n.ouder_code
                    or not ST_OrderingEquals(o.geom, n.geom)))::int,
               (select count(*) from gebied o where o.versie_id = @VorigeVersieId
                   and not exists (select from gebied n where n.versie_id = @VersieId and n.code = o.code))::int
        """;
}

using Dapper;
using Portal.Data.Datasets;
using Portal.Data.Registers;
using Portal.Data.Vergunningen;

namespace Portal.Data.Bekendmakingen;

/// <summary>
/// A permit is a case: the announcements with one case number, from application to decision. When announcements are
/// published, the cases they belong to are made anew, as a dataset of permits beside it.
/// </summary>
internal static class Zaken
{
    public const string Kop = "zaken-";

    // Of each case what the newest announcement says that says anything; a correction alone says nothing new.
    private const string ZaakSql = $"""
        with bericht as (
            select b.* from bekendmaking_zaak b
            where b.dataset = @dataset and b.soort ~* 'vergunning' and b.fase not in ('melding', 'overig')
                and b.zaaknummer in ({Geraakt})),
        zaak as (
            select zaak, (array_agg(sleutel order by publicatiedatum desc, sleutel desc))[1] as nieuwste,
                   (array_agg(sleutel order by publicatiedatum desc, sleutel desc)
                   filter (where reactie_hoe = 'bezwaar'))[1] as besluit,
                   min(publicatiedatum) filter (where fase = 'aanvraag') as aangevraagd_op,
                   max(publicatiedatum) filter (where fase in ('verleend', 'geweigerd', 'besluit')) as besloten_op,
                   max(publicatiedatum) as laatste_stap
            from bericht where fase <> 'rectificatie' group by zaak)
        select row_number() over (order by z.zaak)::int as rij, z.zaak as sleutel, true as goed, n.titel,
               case when n.geom is null then n.gebied_code end as gebied, null::text as geo_json,
                   ST_AsText(n.geom) as wkt,
               jsonb_build_object('soort', n.soort, 'activiteit', n.activiteit, 'url', n.url, 'zaaknummer',
               n.zaaknummer,
                   'laatste_stap', z.laatste_stap, 'aangevraagd_op', z.aangevraagd_op, 'besloten_op', z.besloten_op,
                   'bezwaar_tot', d.reactie_tot, 'bezwaar_bron', d.reactie_bron,
                   'fase', case n.fase when 'verlenging' then 'verlengd' else n.fase end)::text as kenmerken
        from zaak z join bericht n on n.sleutel = z.nieuwste left join bericht d on d.sleutel = z.besluit
        """;

    // The case numbers that this version of the announcements says something new of.
    private const string Geraakt = """
        select zaaknummer from bekendmaking where zaaknummer is not null and @VersieId in (vanaf, coalesce(tot, 0))
        """;

    // A case that is there no more: its announcements were withdrawn, or belong to a case that began earlier.
    private const string WegSql = """
        update vergunning v set tot = @VersieId
        where v.dataset_id = (select dataset_id from versie where id = @VersieId) and v.tot is null
          and v.zaaknummer in (select zaaknummer from bekendmaking
              where zaaknummer is not null and @berichten in (vanaf, coalesce(tot, 0)))
          and not v.sleutel = any (@zaken)
        """;

    /// <summary>The title of a case is that of its newest announcement.</summary>
    public const string TitelsSql = """
        update vergunning v set titel = b.titel, inhoud = '' from bekendmaking b, dataset d
        where v.titel = @masker and b.url = v.url and b.tot is null and b.titel <> @masker
          and d.id = v.dataset_id and d.code like 'zaken-%'
        """;

    private const string ErZijnSql = "select exists (select from vergunning_nu where dataset = @zaken)";

    public static async Task WerkBijAsync(Publicatie publicatie, Lading lading, CancellationToken ct)
    {
        var dataset = lading.Rapport.Dataset;
        if (dataset != KoopImport.Code)
        {
            return; // an upload says itself which permits there are
        }
        var rijen = (
            await lading.Db.QueryAsync<RegisterRij>(
                new(ZaakSql, new { dataset, lading.VersieId }, lading.Transactie, 0, cancellationToken: ct)
            )
        ).AsList();
        if (
            rijen.Count == 0
            && !await lading.Db.QuerySingleAsync<bool>(ErZijnSql, new { zaken = Kop + dataset }, lading.Transactie)
        )
        {
            return; // none of these is about a permit, and there is none to take away
        }
        var register = VergunningOnderwerp.Register;
        using var afgeleid = lading.Levering.OnderNaam(Kop + lading.Levering.Naam);
        await publicatie.LaadInAsync(
            lading.Db,
            lading.Transactie,
            new Dataset(
                $"{Kop}{dataset}",
                $"Vergunningen, uit: {KoopImport.Titel}",
                VergunningOnderwerp.Code,
                register.Uitleg,
                KoopImport.Eigenaar,
                "Samengesteld uit de officiële bekendmakingen: berichten met hetzelfde zaaknummer, of over "
                    + "hetzelfde werk op hetzelfde adres.",
                KoopImport.Licentie,
                KoopImport.LicentieUrl,
                Ritme: KoopImport.Ritme
            ),
            afgeleid,
            async zaken =>
            {
                zaken.Rapport.Gelezen = rijen.Count;
                await RegisterTabel.LaadAsync(zaken, register.Tabel, register.Kolommen, rijen, true, ct);
                var weg = await zaken.Db.ExecuteAsync(
                    new(
                        WegSql,
                        new
                        {
                            zaken.VersieId,
                            berichten = lading.VersieId,
                            zaken = rijen.Select(r => r.Sleutel).ToArray(),
                        },
                        zaken.Transactie,
                        0,
                        cancellationToken: ct
                    )
                );
                zaken.Rapport.Vervallen += weg;
                zaken.Rapport.Geladen -= weg;
            },
            ct
        );
    }
}

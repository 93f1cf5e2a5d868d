using Portal.Data.Gebieden;

namespace Portal.Data.Begrotingen;

/// <summary>
/// The posts of a choice, and of each the amount that counts in it: the one source of lists, sums per taakveld, project
/// and recipient, and downloads.
/// </summary>
internal static class PostSql
{
    // What a search engine accepts, with each word as the beginning of one: "groen" finds "groenonderhoud". Signs
    // inside a word part it, as they do in the column (migration 0015).
    private const string Zoekvraag =
        "regexp_replace(websearch_to_tsquery('dutch', regexp_replace(@Zoek, "
        + "'([[:alnum:]])[-/.:_](?=[[:alnum:]])', '\\1 ', 'g'))::text, '''(?=[ )]|$)', ''':*', 'g')::tsquery";

    public const string Van = $"""
        from (
            select p.*, f.hele_bedrag,
                   case when @Jaarsoort = 'waarvoor' then jaardeel(f.hele_bedrag, p.voor_van, p.voor_tot, @Jaar)
                        when @Code::text is null or @HeleStad or p.toerekening <> 'sleutel' then f.hele_bedrag
                        else (select sum(d.bedrag) from postdeel d
                              where d.post_id = p.id and (d.indeling, d.gebied_code) in {GebiedSql.Binnen}) end as telt
            from begrotingspost_nu p
            cross join lateral (select case @Fase when 'aangevraagd' then p.aangevraagd
                when 'vastgesteld' then p.vastgesteld else p.bedrag end as hele_bedrag) f
            where (@Jaarsoort = 'toekenning' and p.jaar = @Jaar or @Jaarsoort = 'waarvoor' and p.voor_van <= @Jaar
                and p.voor_tot >= @Jaar) and p.bl = @Bl
                and p.fase = case when @Fase in ('aangevraagd', 'vastgesteld') then 'verleend' else @Fase end
              and f.hele_bedrag is not null
              and (@Programma::text is null or p.programma_code = @Programma)
              and (@Taakveld::text is null or p.taakveld is not distinct from nullif(@Taakveld, '-'))
              and (@Tel = 'alles' or (p.toerekening <> 'sleutel'
                  and (@Tel = 'afgeleid' or p.toerekening <> 'afgeleid')))
              and (@Zoek::text is null or p.zoek @@ {Zoekvraag})
              and (@Ontvanger::text is null or strpos(lower(p.ontvanger), lower(@Ontvanger)) > 0)
              and (@Code::text is null or @HeleStad
                   or (p.gebied_code = any (array(select b.code from gebied_boven b where b.boven_code = @Code and b.nu)) -- for the index; the next line is the rule
                       and (p.indeling, p.gebied_code) in {GebiedSql.Binnen})
                   or (p.toerekening = 'sleutel' and p.id in (
                       select d.post_id from postdeel d
                       where d.versie_id = any (array(select id from versie where status = 'gepubliceerd'))
                         and (d.indeling, d.gebied_code) in {GebiedSql.Binnen})))) s
        left join gebied_nu g on g.code = s.gebied_code and g.indeling = s.indeling
        where (@Van::numeric is null or s.telt >= @Van) and (@Tot::numeric is null or s.telt <= @Tot)
        """;

    public static object Parameters(PostKeuze keuze) =>
        new
        {
            keuze.Begroting.Jaar,
            keuze.Begroting.Fase,
            keuze.Begroting.Programma,
            keuze.Begroting.Bl,
            keuze.Begroting.Tel,
            keuze.Begroting.Jaarsoort,
            Code = keuze.GebiedCode,
            keuze.HeleStad,
            keuze.Taakveld,
            keuze.Zoek,
            keuze.Ontvanger,
            keuze.Van,
            keuze.Tot,
            NaBedrag = keuze.Na?.Bedrag,
            NaId = keuze.Na?.Id,
        };
}

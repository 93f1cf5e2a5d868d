namespace Portal.Data.Datasets;

/// <summary>
/// The statements by which a version comes, counts and goes; those over all tables are made from
/// <see cref="Onderwerpen"/>.
/// </summary>
internal static class PublicatieSql
{
    private const int BewaardeVersies = 3;

    public const string Dataset = """
        with nieuw as (
            insert into dataset (code, titel, onderwerp, doel, eigenaar, bron, licentie, licentie_url, voorbeeld)
            values (@Code, @Titel, @Onderwerp, @Doel, @Eigenaar, @Bron, @Licentie, @LicentieUrl, @Voorbeeld)
            on conflict (code) do nothing returning id)
        select id from nieuw union all select id from dataset where code = @Code limit 1
        """;

    public const string Onderwerp = "select onderwerp from dataset where id = @datasetId";

    // Whoever was loading this is gone, for we hold its lock; its rows went with its transaction.
    public const string Afgebroken = """
        update versie set status = 'mislukt', toelichting = 'Het laden is afgebroken; er is niets van bewaard.'
        where dataset_id = @datasetId and status = 'laden'
        """;

    public const string Mislukt = "update versie set status = 'mislukt', toelichting = @reden where id = @versieId";

    public const string Gelijk = """
        select id, status, nummer, gelezen, geladen, afgewezen from versie
        where dataset_id = @datasetId and sha256 = @Sha256 and status in ('gepubliceerd', 'concept')
        order by status desc limit 1
        """;

    // What staff said of the version before stays, but for what the delivery itself now says otherwise than it did
    // then.
    public const string Begin = """
        insert into versie (dataset_id, bestand, sha256, bytes, gegevens, beschrijving)
        values (@datasetId, @Naam, @Sha256, @Bytes, @Gegevens::jsonb, (
            select jsonb_object_agg(b.k, b.w)
            from (select v.beschrijving, v.gegevens from versie v
                  where v.dataset_id = @datasetId and v.beschrijving is not null
                      and v.status not in ('laden', 'mislukt')
                  order by v.id desc limit 1) o
            cross join lateral jsonb_each(o.beschrijving) b(k, w)
            where not (@Gegevens::jsonb ? b.k and @Gegevens::jsonb -> b.k is distinct from o.gegevens -> b.k)))
        returning id
        """;

    public const string Vorige = """
        select (select p.id from versie p where p.dataset_id = v.dataset_id and p.status = 'gepubliceerd'),
            v.opties::text
        from versie v where v.id = @versieId
        """;

    public const string Concept = """
        update versie v set status = 'concept', gelezen = @Gelezen, geladen = @Geladen, gewijzigd = @Gewijzigd,
               afgewezen = @Afgewezen, toelichting = @Toelichting, opties = @Opties::jsonb,
               nummer = (select coalesce(max(a.nummer), 0) + 1 from versie a where a.dataset_id = v.dataset_id)
        where v.id = @VersieId
        returning nummer
        """;

    // What a dataset is called and who it is of, as its version says that counts.
    private const string Omschrijving = """
        update dataset d set titel = g.titel, doel = g.doel, eigenaar = g.eigenaar, bron = g.bron,
            licentie = g.licentie,
               licentie_url = g.licentie_url, ritme = coalesce(g.ritme, d.ritme),
               contact = coalesce(g.contact, d.contact)
        from (select v.dataset_id, n.titel, n.doel, n.eigenaar, n.bron, n.licentie, n.ritme, n.contact,
                     coalesce(v.beschrijving ->> 'licentieUrl', v.gegevens ->> 'licentieUrl') as licentie_url
              from versie v, jsonb_populate_record(null::dataset, v.gegevens || coalesce(v.beschrijving, '{}')) n
              where v.gegevens is not null
        """;

    /// <summary>After a withdrawal: the description of the version that counts again.</summary>
    public const string Omschrijf =
        $"{Omschrijving} and v.dataset_id = @datasetId and v.status = 'gepubliceerd') g where d.id = g.dataset_id";

    /// <summary>
    /// Areas that were published since a concept was loaded that names areas; null when there are none.
    /// </summary>
    public const string GebiedenSinds = """
        select d.code || ' versie ' || n.nummer from versie v join dataset e on e.id = v.dataset_id
        join versie n on n.status = 'gepubliceerd' and n.gepubliceerd_op > v.geladen_op
        join dataset d on d.id = n.dataset_id and d.onderwerp = 'gebieden'
        where v.id = @Id and e.onderwerp <> 'gebieden' and not d.voorbeeld
          and not exists (select from iv3 i where i.versie_id = v.id)
          and exists (select from gebied g where g.versie_id = n.id
                      and g.indeling = (select max(indeling) from gebied_gepubliceerd))
        order by n.gepubliceerd_op limit 1
        """;

    public const string Publiceer = $"""
        update versie set status = 'vervangen'
        where status = 'gepubliceerd' and dataset_id = (select dataset_id from versie where id = @VersieId);
        update versie set status = 'gepubliceerd', gepubliceerd_op = now() where id = @VersieId;
        {Omschrijving} and v.id = @VersieId) g where d.id = g.dataset_id;
        select d.onderwerp, d.voorbeeld from dataset d join versie v on v.dataset_id = d.id where v.id = @VersieId
        """;

    /// <summary>Of what was loaded already, for then no version says it.</summary>
    public const string Ritme =
        "update dataset set ritme = @ritme where id = @datasetId and ritme is distinct from @ritme";

    // A portal shows one municipality: the first real delivery withdraws the invented one.
    public const string VoorbeeldWeg = """
        update versie v set status = 'ingetrokken' from dataset d
        where d.id = v.dataset_id and d.voorbeeld and v.status = 'gepubliceerd'
        """;

    public const string Intrekken =
        "update versie set status = 'ingetrokken', reden = @reden, ingetrokken_op = now() where id = @VersieId";

    public const string Wijziging = "update versie set wijziging = @wijziging where id = @Id";

    /// <summary>
    /// Whether other figures may rest on a version: what does, <see cref="Gebieden.Terugname"/> says.
    /// </summary>
    public static readonly string Draagt = $"select {Of(Geheel.Where(t => t.Draagt), "@VersieId")}";

    /// <summary>The same of what counts of a dataset.</summary>
    public static readonly string DatasetDraagt = $"""
        select exists (select from versie v where v.dataset_id = @datasetId and v.status = 'gepubliceerd'
                       and ({Of(Geheel.Where(t => t.Draagt), "v.id")}))
        """;

    /// <summary>Whether version <c>v</c> still has what it can be shown by; those of registers always have.</summary>
    public static string HeeftRijen => Of(Geheel.Where(t => t.Hoofd || t.Draagt), "v.id");

    /// <summary>
    /// The version that counts again when the one after it is withdrawn. Of older versions the rows are gone: such a
    /// one has nothing to show.
    /// </summary>
    public static readonly string Herstel = $"""
        update versie set status = 'gepubliceerd'
        where id = (select v.id from versie v
                    where v.dataset_id = @datasetId and v.status = 'vervangen' and ({HeeftRijen})
                    order by v.nummer desc limit 1)
        returning nummer
        """;

    /// <summary>
    /// The rows of the live version and the two before it stay, for undo and differences; concepts too. Files, sums and
    /// control totals stay for good.
    /// </summary>
    public static readonly string Opruimen = $"""
        create temp table if not exists oud (id int) on commit delete rows;
        truncate oud;
        insert into oud select id from versie where dataset_id = @datasetId and status = 'ingetrokken';
        insert into oud select id from versie where dataset_id = @datasetId and status in ('gepubliceerd', 'vervangen')
                        order by nummer desc offset {BewaardeVersies};
        {string.Join(
            '\n',
            Geheel.Where(t => !t.Blijft).Select(t => $"delete from {t.Naam} where versie_id in (select id from oud);")
        )}
        """;

    /// <summary>Takes the rows of a concept away, as if it was never loaded.</summary>
    public static readonly string Wissen = string.Join(
        '\n',
        Onderwerpen
            .Alle.SelectMany(o => o.Tabellen)
            .Select(t =>
                t.Leven == Leven.Geheel
                    ? $"delete from {t.Naam} where versie_id = @VersieId;"
                    : $"delete from {t.Naam} where vanaf = @VersieId; update {t.Naam} set tot = null "
                        + "where tot = @VersieId;"
            )
    );

    /// <summary>How many rows a version holds.</summary>
    public static readonly string Telling =
        "select ("
        + string.Join(
            " + ",
            Onderwerpen
                .Alle.SelectMany(o => o.Tabellen)
                .Where(t => !t.Blijft)
                .Select(t =>
                    $"(select count(*) from {t.Naam} where {(t.Leven == Leven.Geheel ? "versie_id" : "vanaf")} = "
                    + "@VersieId)"
                )
        )
        + ")::int";

    private static IEnumerable<Tabel> Geheel =>
        Onderwerpen.Alle.SelectMany(o => o.Tabellen).Where(t => t.Leven == Leven.Geheel);

    private static string Of(IEnumerable<Tabel> tabellen, string versie) =>
        string.Join(" or ", tabellen.Select(t => $"exists (select from {t.Naam} where versie_id = {versie})"));
}

using System.Runtime.CompilerServices;
using Dapper;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

namespace Portal.Data.Uitgaven;

/// <summary>
/// A row that came (<c>erbij</c>) or went (<c>weg</c>) between two versions, or one column of a row that changed
/// (<c>anders</c>).
/// </summary>
/// <param name="Kolom">Of a row that changed; <see cref="VersieverschilQueries.Vorm"/> is its place or shape.</param>
/// <param name="Was">Of that column, as it is published; null: empty. So is <paramref name="Werd"/>.</param>
public sealed record CelVerschilRow(string Soort, string Id, string Titel, string? Kolom, string? Was, string? Werd);

/// <summary>What is different between two versions of any table, by the source's own key.</summary>
public sealed class VersieverschilQueries(Lezing lezing)
{
    /// <summary>What the place or shape of a row is called here; it is no column of any table.</summary>
    public const string Vorm = "(vorm)";

    /// <summary>How many rows came, went and changed.</summary>
    public async Task<VersieAantallen> AantallenAsync(
        UitgaveTabel tabel,
        Uitgave was,
        Uitgave werd,
        CancellationToken ct
    )
    {
        var sql =
            $"{Verschil(tabel, was, werd)} select count(*) filter (where soort = 'erbij') as erbij, count(*) filter "
            + "(where soort = 'weg') as weg, count(*) filter (where soort = 'anders') as anders from verschil";

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<VersieAantallen>(new(sql, Waarden(was, werd), cancellationToken: ct));
    }

    /// <summary>Every difference, one after the other, of at most <paramref name="rijen"/> rows.</summary>
    public async IAsyncEnumerable<CelVerschilRow> LeesAsync(
        UitgaveTabel tabel,
        Uitgave was,
        Uitgave werd,
        int rijen,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var sql = $"""
            {Verschil(tabel, was, werd)}
            select v.soort, v.id, v.titel, k.kolom,
                case when k.kolom <> '{Vorm}' then v.oud ->> k.kolom end as was,
                case when k.kolom <> '{Vorm}' then v.nieuw ->> k.kolom end as werd
            from (select * from verschil order by soort, id limit @Frijen) v
            left join lateral (select n.key as kolom from jsonb_object_keys(v.oud || v.nieuw) n(key)
                where v.oud -> n.key is distinct from v.nieuw -> n.key) k on v.soort = 'anders'
            order by v.soort, v.id, k.kolom
            """;

        var waarden = Waarden(was, werd);
        waarden["Frijen"] = rijen;
        var connection = await lezing.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new(sql, waarden, cancellationToken: ct));
        var lees = reader.GetRowParser<CelVerschilRow>();
        while (await reader.ReadAsync(ct))
        {
            yield return lees(reader);
        }
    }

    /// <summary>The same table in another version, which may have other columns; null: it had no rows of it.</summary>
    private static UitgaveTabel? In(Uitgave versie, UitgaveTabel tabel) =>
        versie.Tabellen.FirstOrDefault(t => t.Naam == tabel.Naam);

    // As it is published: what is masked or too small to show is so here. Only rows that differ are written as JSON.
    private static string Verschil(UitgaveTabel tabel, Uitgave was, Uitgave werd)
    {
        var (oud, nieuw) = (In(was, tabel), In(werd, tabel));
        // A row that is kept in place has one number for as long as nothing about it changes.
        var blijft =
            !tabel.Collectie.TekstId && werd.Onderwerp is { } van && van.Tabellen.Any(t => t.Leven == Leven.PerRij);
        return $"""
            with oud as ({Rijen(oud, blijft ? nieuw : null, "@Fwas", "@Fwerd")}),
            nieuw as ({Rijen(nieuw, blijft ? oud : null, "@Fwerd", "@Fwas")}),
            verschil as (
                select case when o.id is null then 'erbij' when n.id is null then 'weg' else 'anders' end as soort,
                    coalesce(n.id, o.id) as id, coalesce(n.titel, o.titel, '') as titel, o.rij as oud, n.rij as nieuw
                from oud o full join nieuw n on n.id = o.id where o.rij is distinct from n.rij)
            """;
    }

    /// <param name="zonder">What is in this too is left out.</param>
    private static string Rijen(UitgaveTabel? tabel, UitgaveTabel? zonder, string versie, string ander)
    {
        if (tabel is null)
        {
            return "select null::text as id, null::text as titel, null::jsonb as rij where false";
        }
        var kolommen = string.Concat(tabel.Collectie.Kolommen.Select(k => $", {CollectieSql.Gewoon(k)}"));
        var waar = zonder is null ? "" : $" where not exists (select from ({Van(zonder, ander)}) x where x.id = c.id)";
        return $"""
            select r.id::text, r.titel, jsonb_strip_nulls(to_jsonb(r) - 'versie') as rij
            from (select {VasteKolommen.Vast}{kolommen}, md5(ST_AsEWKB(c.geom)) as "{Vorm}"
                from ({Van(tabel, versie)}) c{waar}) r
            """;
    }

    private static string Van(UitgaveTabel tabel, string versie) =>
        tabel.Collectie.Van.Replace("@Fversie", versie, StringComparison.Ordinal);

    private static Dictionary<string, object?> Waarden(Uitgave was, Uitgave werd) =>
        new() { ["Fwas"] = was.Versie.Id, ["Fwerd"] = werd.Versie.Id };
}

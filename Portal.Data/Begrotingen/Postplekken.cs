using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Begrotingen;

/// <summary>
/// The places of posts, kept beside them: those that a begrotingslevering gives, read by the same rules as those of
/// every register, and those that a text names.
/// </summary>
internal sealed class Postplekken
{
    /// <summary>The columns that say where a post is.</summary>
    public static readonly string[] Kolommen = ["x", "y", "lon", "lat", "wkt"];

    private readonly List<RegisterRij> _rijen = [];
    private readonly List<(string Post, Herkenning Plaats)> _genoemd = [];

    /// <summary>Lets the posts pass, and remembers where they are.</summary>
    public IEnumerable<PostRij> Onthoud(IEnumerable<PostRij> posten)
    {
        foreach (var post in posten)
        {
            if (post.Plek is { } wkt)
            {
                _rijen.Add(new(post.Rij, post.Bronsleutel, true, "", post.GebiedCode, null, wkt, "{}"));
            }
            if (post.Plaats is { } plaats)
            {
                _genoemd.Add((post.Bronsleutel, plaats));
            }
            yield return post;
        }
    }

    /// <summary>
    /// After the posts were written: a row whose place cannot be is rejected, as any row that is not right.
    /// </summary>
    public async Task BewaarAsync(Lading lading, CancellationToken ct)
    {
        await BewaarGenoemdAsync(lading, ct);
        if (_rijen.Count == 0)
        {
            return;
        }
        await RegisterTabel.LeesInAsync(lading, _rijen, ct);
        lading.Rapport.Geladen -= await lading.Db.ExecuteAsync(
            new(WegSql, new { lading.VersieId }, lading.Transactie, commandTimeout: 0, cancellationToken: ct)
        );
        await lading.Db.ExecuteAsync(
            new(BewaarSql, new { lading.VersieId }, lading.Transactie, commandTimeout: 0, cancellationToken: ct)
        );
        var elders = (
            await lading.Db.QueryAsync<int>(
                new(EldersSql, transaction: lading.Transactie, commandTimeout: 0, cancellationToken: ct)
            )
        ).AsList();
        if (elders.Count > 0)
        {
            lading.Rapport.Meldingen.Add(
                $"Bij {elders.Count} {(elders.Count == 1 ? "rij" : "rijen")} (de eerste is rij {elders[0]}) ligt "
                    + "de plek "
                    + "niet in het gebied van de gebiedscode. Het bedrag telt mee bij dat gebied; op de kaart "
                    + "staat het op "
                    + "de plek."
            );
        }
    }

    private async Task BewaarGenoemdAsync(Lading lading, CancellationToken ct)
    {
        if (_genoemd.Count == 0)
        {
            return;
        }
        var aantal = await lading.Db.ExecuteAsync(
            new(
                GenoemdSql,
                new
                {
                    lading.VersieId,
                    posten = _genoemd.Select(g => g.Post).ToArray(),
                    dingen = _genoemd.Select(g => g.Plaats.Plek!.Id).ToArray(),
                    teksten = _genoemd.Select(g => g.Plaats.Tekst).ToArray(),
                },
                lading.Transactie,
                commandTimeout: 0,
                cancellationToken: ct
            )
        );
        lading.Rapport.Meldingen.Add(
            $"In {Zin.Rijen(aantal)} is een plek herkend in de tekst: die staan ook op de kaart, op die plek."
        );
    }

    private const string GenoemdSql = """
        insert into postplek (post_id, versie_id, geom, plaats, laag, herkend)
        select p.id, p.versie_id, l.geom, l.titel, d.code, g.herkend
        from unnest(@posten::text[], @dingen::bigint[], @teksten::text[]) g (post, ding, herkend)
        join begrotingspost p on p.versie_id = @VersieId and p.bronsleutel = g.post
        join laagobject l on l.id = g.ding join dataset d on d.id = l.dataset_id
        """;

    private const string WegSql =
        "delete from begrotingspost p using register_in i "
        + "where p.versie_id = @VersieId and p.rij = i.rij and not i.goed";

    private const string BewaarSql = """
        insert into postplek (post_id, versie_id, geom)
        select p.id, p.versie_id, i.geom
        from register_in i join begrotingspost p on p.versie_id = @VersieId and p.bronsleutel = i.sleutel
        where i.goed and i.geom is not null
        """;

    private const string EldersSql = """
        select i.rij from register_in i join gebied_nu g on g.code = i.gebied_code and g.indeling = i.indeling
        where i.goed and i.geom is not null and not ST_DWithin(g.geom, i.geom, 10) order by i.rij
        """;
}

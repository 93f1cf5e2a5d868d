using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Begrotingen;

/// <summary>
/// The places that a begrotingslevering gives with its posts: read by the same rules as those of every register, and kept
/// beside the posts.
/// </summary>
internal sealed class Postplekken
{
    /// <summary>The columns that say where a post is.</summary>
    public static readonly string[] Kolommen = ["x", "y", "lon", "lat", "wkt"];

    private readonly List<RegisterRij> _rijen = [];

    /// <summary>Lets the posts pass, and remembers where they are.</summary>
    public IEnumerable<PostRij> Onthoud(IEnumerable<PostRij> posten)
    {
        foreach (var post in posten)
        {
            if (post.Plek is { } wkt)
            {
                _rijen.Add(new(post.Rij, post.Bronsleutel, true, "", post.GebiedCode, null, wkt, "{}"));
            }
            yield return post;
        }
    }

    /// <summary>After the posts were written: a row whose place cannot be is rejected, as any row that is not right.</summary>
    public async Task BewaarAsync(Lading lading, CancellationToken ct)
    {
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
                $"Bij {elders.Count} {(elders.Count == 1 ? "rij" : "rijen")} (de eerste is rij {elders[0]}) ligt de plek "
                    + "niet in het gebied van de gebiedscode. Het bedrag telt mee bij dat gebied; op de kaart staat het op "
                    + "de plek."
            );
        }
    }

    private const string WegSql =
        "delete from begrotingspost p using register_in i where p.versie_id = @VersieId and p.rij = i.rij and not i.goed";

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

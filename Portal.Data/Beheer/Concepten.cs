using Dapper;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Beheer;

/// <summary>
/// A concept, beside what counts now of the same dataset. <see cref="Door"/>: whose delivery it was first.
/// <see cref="OokVanMij"/>: who asks delivered it, first or again.
/// </summary>
public sealed record ConceptRow
{
    public required int Id { get; init; }
    public required string Code { get; init; }
    public required string Titel { get; init; }
    public required string Onderwerp { get; init; }
    public required int Nummer { get; init; }
    public required string Bestand { get; init; }
    public required string Sha256 { get; init; }
    public required long Bytes { get; init; }
    public required DateTime GeladenOp { get; init; }
    public required int Gelezen { get; init; }
    public required int Geladen { get; init; }
    public required int Afgewezen { get; init; }
    public string? Toelichting { get; init; }
    public int? Door { get; init; }
    public string? DoorNaam { get; init; }
    public int? NuId { get; init; }
    public int? NuNummer { get; init; }
    public int? NuGeladen { get; init; }
    public required bool OokVanMij { get; init; }

    public IReadOnlyList<string> Meldingen => Toelichting?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>What differs from what counts now: of rows a name, of money the amounts too.</summary>
public sealed record ConceptVerschil(
    VersieAantallen Aantallen,
    IReadOnlyList<RijVerschilRow> Rijen,
    IReadOnlyList<VersieSomRow> Sommen
)
{
    /// <summary>Of money: the sums per area that change.</summary>
    public IReadOnlyList<VersieSomRow> Gebieden { get; init; } = [];

    /// <summary>Of rows: per area how many come, go and change.</summary>
    public IReadOnlyList<GebiedVerschilRow> PerGebied { get; init; } = [];

    /// <summary>Column by column what is different; of few rows only.</summary>
    public IReadOnlyList<VeldVerschilRow> Velden { get; init; } = [];
}

/// <summary>What waits to be approved, and what would change by it.</summary>
public sealed class Concepten(BeheerBron bron)
{
    public const int Getoond = 50;

    private const string Select = """
        select v.id, d.code, coalesce(v.beschrijving ->> 'titel', v.gegevens ->> 'titel', d.titel) as titel,
            d.onderwerp, v.nummer, v.bestand, v.sha256,
               v.bytes, v.geladen_op, v.gelezen, v.geladen, v.afgewezen, v.toelichting, a.medewerker_id as door,
               m.naam as door_naam, n.id as nu_id, n.nummer as nu_nummer, n.geladen as nu_geladen,
               exists (select from aanlevering x where x.versie_id = v.id and x.medewerker_id = @ik) as ook_van_mij
        from versie v join dataset d on d.id = v.dataset_id
        left join versie n on n.dataset_id = d.id and n.status = 'gepubliceerd'
        left join lateral (
            select x.medewerker_id from aanlevering x where x.versie_id = v.id order by x.id limit 1) a on true
        left join medewerker m on m.id = a.medewerker_id
        where v.status = 'concept'
        """;

    public async Task<IReadOnlyList<ConceptRow>> ListAsync(CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        const string sql = $"{Select} order by v.geladen_op limit 200";
        return (await connection.QueryAsync<ConceptRow>(new(sql, new { ik = 0 }, cancellationToken: ct))).AsList();
    }

    /// <returns>Null: there is no such version, or it is no concept any more.</returns>
    public async Task<ConceptRow?> VindAsync(int id, int ik, CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        const string sql = $"{Select} and v.id = @id";
        return await connection.QuerySingleOrDefaultAsync<ConceptRow>(new(sql, new { id, ik }, cancellationToken: ct));
    }

    /// <summary>An area that a concept says something of; null: none, or its kind tells of all.</summary>
    public async Task<(string Soort, string Code, string Naam)?> GebiedAsync(ConceptRow concept, CancellationToken ct)
    {
        var tabel = Onderwerpen.Van(concept.Onderwerp).Tabellen.FirstOrDefault(t => t.Leven == Leven.PerRij)?.Naam;
        if (tabel is null)
        {
            return null;
        }
        var sql = $"""
            select g.soort, g.code, g.naam from {tabel} t
            join gebied_nu g on g.code = t.gebied_code and g.indeling = t.indeling
            where t.vanaf <= @Id and (t.tot is null or t.tot > @Id)
              and t.dataset_id = (select dataset_id from versie where id = @Id)
            order by t.id limit 1
            """;
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<(string, string, string)?>(
            new(sql, new { concept.Id }, cancellationToken: ct)
        );
    }

    /// <returns>Null: there is nothing to compare with, or its kind is replaced whole.</returns>
    public async Task<ConceptVerschil?> VerschilAsync(ConceptRow concept, CancellationToken ct)
    {
        if (concept is not { NuId: { } nu, NuNummer: { } nummer })
        {
            return null;
        }
        var lezing = Lezing.Los(bron.Db);
        if (concept.Onderwerp == BegrotingOnderwerp.Code)
        {
            return await GeldAsync(new VersieQueries(lezing), nu, concept.Id, ct);
        }
        var tabel = Onderwerpen.Van(concept.Onderwerp).Tabellen.FirstOrDefault(t => t.Leven == Leven.PerRij)?.Naam;
        if (tabel is null)
        {
            return null;
        }
        var versies = new RegisterVersies(lezing);
        return new(
            await versies.AantallenAsync(tabel, concept.Code, nummer, concept.Nummer, ct),
            await versies.VerschillenAsync(tabel, concept.Code, nummer, concept.Nummer, Getoond, ct),
            []
        )
        {
            PerGebied = await versies.PerGebiedAsync(tabel, nu, concept.Id, Getoond, ct),
            Velden = await new Rijen(bron).VeldenAsync(tabel, nu, concept.Id, Getoond, ct),
        };
    }

    private static async Task<ConceptVerschil> GeldAsync(VersieQueries versies, int was, int werd, CancellationToken ct)
    {
        var posten = await versies.VerschillenAsync(was, werd, Getoond, ct).ToListAsync(ct);
        return new(
            await versies.AantallenAsync(was, werd, ct),
            [.. posten.Select(p => new RijVerschilRow(p.Soort, p.Bronsleutel, Bedrag(p, p.Was), Bedrag(p, p.Werd)))],
            [.. (await versies.ProgrammasAsync(was, werd, ct)).Where(s => s.Was != s.Werd)]
        )
        {
            Gebieden = [.. (await versies.GebiedenAsync(was, werd, ct)).Where(s => s.Was != s.Werd).Take(Getoond)],
        };
    }

    private static string Bedrag(PostVerschilRow post, decimal? bedrag) =>
        bedrag is null
            ? ""
            : $"{post.Titel}: € {bedrag.Value.ToString("N2", System.Globalization.CultureInfo.GetCultureInfo("nl-NL"))}";
}

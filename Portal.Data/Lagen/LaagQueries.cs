using System.Globalization;
using Dapper;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Uitvoer;

namespace Portal.Data.Lagen;

/// <summary>A layer as it is published now.</summary>
public sealed record LaagRow(
    string Code,
    string Titel,
    string Doel,
    int Rijen,
    string Kolommen,
    string Thema,
    string? Beschrijving
);

public sealed class LaagQueries(Lezing lezing)
{
    private const string Select = """
        select d.code, d.titel, d.doel, v.geladen as rijen, v.opties ->> 'kolommen' as kolommen,
               coalesce(v.opties ->> 'thema', 'overig') as thema, v.beschrijving::text
        from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd'
        where d.onderwerp = 'lagen'
        """;

    public async Task<IReadOnlyList<LaagRow>> ListAsync(CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<LaagRow>(
                new($"{Select} order by d.titel, d.code limit 500", cancellationToken: ct)
            )
        ).AsList();
    }

    /// <summary>Every layer as a collection, by its code.</summary>
    public async Task<Dictionary<string, Collectie>> CollectiesAsync(CancellationToken ct) =>
        (await ListAsync(ct)).ToDictionary(l => l.Code, AlsCollectie);

    /// <summary>
    /// The layer as a collection, which can be read in every format; null: there is none of that name.
    /// </summary>
    public async Task<Collectie?> FindAsync(string code, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        var laag = await connection.QuerySingleOrDefaultAsync<LaagRow>(
            new($"{Select} and d.code = @code", new { code }, cancellationToken: ct)
        );
        return laag is null ? null : AlsCollectie(laag);
    }

    /// <summary>The layer as one version of it declared its columns.</summary>
    public async Task<Collectie> VanVersieAsync(int versieId, CancellationToken ct)
    {
        const string sql = """
            select d.code, d.titel, d.doel, v.geladen as rijen, v.opties ->> 'kolommen' as kolommen,
                   coalesce(v.opties ->> 'thema', 'overig') as thema, v.beschrijving::text
            from versie v join dataset d on d.id = v.dataset_id where v.id = @versieId
            """;

        var connection = await lezing.OpenAsync(ct);
        return AlsCollectie(
            await connection.QuerySingleAsync<LaagRow>(new(sql, new { versieId }, cancellationToken: ct))
        );
    }

    private static Collectie AlsCollectie(LaagRow laag)
    {
        var woorden = Beschrijving.Van(laag.Beschrijving);
        var kolommen = LaagKolommen
            .VanJson(laag.Kolommen)
            .Where(k => !woorden.Kolom(k.Naam).Weg)
            .Select(k => LaagKolommen.AlsCode(k, woorden.Kolom(k.Naam)))
            .ToList();
        return new(
            $"lagen/{laag.Code}",
            laag.Titel,
            "plek",
            laag.Doel,
            LaagOnderwerp.VanCollecties,
            $"""
            select r.id, r.dataset, r.sleutel, r.titel, r.gebied_code, g.naam as gebied, g.soort as gebied_soort,
                r.indeling, r.versie, r.geom{string.Concat(
                kolommen.Select(k => Uit(k, woorden.Kolom(k.Naam).Drempel))
            )}
            from laagobject_nu r left join gebied_nu g on g.code = r.gebied_code and g.indeling = r.indeling
            where r.dataset = '{Datasetcode(laag.Code)}'
            """,
            [.. kolommen.Select(k => LaagKolommen.Beschreven(k, woorden.Kolom(k.Naam)))]
        )
        {
            VanVersie = Registers.Register.VanVersie(
                "laagobject",
                string.Concat(kolommen.Select(k => Uit(k, woorden.Kolom(k.Naam).Drempel)))
            ),
            Legenda = woorden.Legenda,
            Zoom = woorden.Zoom,
        };
    }

    // The name was made by LaagKolommen, and is held to plain letters here again: nothing of a file reaches a
    // statement.
    private static string Uit(Kolom k, int? drempel)
    {
        var naam = Collectie.Naam(k.Naam);
        var soort = k.Soort switch
        {
            KolomSoort.Datum => "date",
            KolomSoort.Jaar or KolomSoort.Aantal => "int",
            KolomSoort.Getal or KolomSoort.Bedrag => "numeric",
            KolomSoort.JaNee => "boolean",
            _ => "text",
        };
        var waarde = $"(r.kenmerken ->> '{naam}')::{soort}";
        return drempel is { } d && k.Soort == KolomSoort.Aantal
            ? $", case when {waarde} not between 1 and {d.ToString(CultureInfo.InvariantCulture)} then {waarde} "
                + $"end as {naam}"
            : $", {waarde} as {naam}";
    }

    private static string Datasetcode(string code) =>
        code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? code
            : throw new ArgumentException($"'{code}' is no code of a dataset", nameof(code));
}

using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.Begroting;

public static class BegrotingEndpoints
{
    private static readonly string[] PostKolommen =
    [
        "id", "dataset", "versie", "rij", "bronsleutel", "jaar", "fase", "bl", "programma", "taakveld", "toerekening", "gebied_soort", "gebied_code", "gebied", "herkend", "sleutel", "project", "omschrijving", "regeling",
        "ontvanger", "bedrag", "hele_bedrag",
    ];

    private static readonly string[] VerschilKolommen = ["soort", "bronsleutel", "jaar", "fase", "bl", "programma", "gebied_code", "titel", "was", "werd"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapBegroting(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/begroting/posten.csv", PostenCsvAsync);
        routes.MapGet("/begroting/posten.json", PostenJsonAsync);
        routes.MapGet("/begroting/versies/{dataset}/{nummer:int}.csv", VerschilAsync);
        routes.MapGet("/begroting/brug.json", BrugAsync).CacheOutput(Caching.OpenData);
    }

    private static async Task<Results<PushStreamHttpResult, BadRequest>> PostenCsvAsync(
        [AsParameters] PostFilter filter, BegrotingQueries begroting, PostQueries posten, GebiedQueries gebieden, CancellationToken ct)
    {
        var gebied = await Postenkeuze.GebiedAsync(filter, gebieden, ct);
        return Postenkeuze.Kies(filter, await begroting.AanbodAsync(ct), gebied) is { } keuze
            ? TypedResults.Stream(stream => Csv.SchrijfAsync(stream, PostKolommen, posten.StroomAsync(filter, keuze, gebied?.Soort == "stad", ct).Select(Velden), ct), "text/csv; charset=utf-8", $"posten-{keuze.Jaar}-{keuze.Fase}.csv")
            : TypedResults.BadRequest();
    }

    private static async Task<Results<PushStreamHttpResult, BadRequest>> PostenJsonAsync(
        [AsParameters] PostFilter filter, BegrotingQueries begroting, PostQueries posten, GebiedQueries gebieden, CancellationToken ct)
    {
        var gebied = await Postenkeuze.GebiedAsync(filter, gebieden, ct);
        return Postenkeuze.Kies(filter, await begroting.AanbodAsync(ct), gebied) is { } keuze
            ? TypedResults.Stream(stream => JsonSerializer.SerializeAsync(stream, posten.StroomAsync(filter, keuze, gebied?.Soort == "stad", ct), Json, ct), "application/json")
            : TypedResults.BadRequest();
    }

    private static async Task<Results<JsonHttpResult<IReadOnlyList<BrugRow>>, BadRequest>> BrugAsync([AsParameters] BegrotingFilter filter, BegrotingQueries begroting, BrugQueries brug, CancellationToken ct) =>
        (await begroting.AanbodAsync(ct)).Kies(filter) is { } keuze
            ? TypedResults.Json(await brug.ListAsync(keuze.Jaar, keuze.Fase, keuze.Bl, ct), Json)
            : TypedResults.BadRequest();

    private static async Task<Results<PushStreamHttpResult, NotFound>> VerschilAsync(string dataset, int nummer, int met, VersieQueries versies, CancellationToken ct)
    {
        var lijst = await versies.ListAsync(dataset, ct);
        return lijst.FirstOrDefault(v => v.Nummer == nummer) is { } werd && lijst.FirstOrDefault(v => v.Nummer == met) is { } was
            ? TypedResults.Stream(
                stream => Csv.SchrijfAsync(stream, VerschilKolommen, versies.VerschillenAsync(was.Id, werd.Id, int.MaxValue, ct).Select(Velden), ct), "text/csv; charset=utf-8", $"{dataset}-{met}-{nummer}.csv")
            : TypedResults.NotFound();
    }

    private static string?[] Velden(PostVerschilRow p) =>
        [p.Soort, p.Bronsleutel, Csv.Getal(p.Jaar), p.Fase, p.Bl, p.Programma, p.Gebied, p.Titel, Opmaak.Exact(p.Was), Opmaak.Exact(p.Werd)];

    private static string?[] Velden(PostLijstRow p) =>
        [
            Csv.Getal(p.Id), p.Dataset, Csv.Getal(p.Versie), Csv.Getal(p.Rij), p.Bronsleutel, Csv.Getal(p.Jaar), p.Fase, p.Bl, p.Programma, p.Taakveld, p.Toerekening, p.GebiedSoort, p.GebiedCode, p.Gebied, p.Herkend,
            p.Sleutel, p.Project, p.Omschrijving, p.Regeling, p.Ontvanger, Opmaak.Exact(p.Bedrag), Opmaak.Exact(p.HeleBedrag),
        ];
}

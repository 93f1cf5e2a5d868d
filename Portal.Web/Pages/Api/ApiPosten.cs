using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Data.Begrotingen;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Api;

/// <summary>The posts of the money: a list with the filters of their page, and one post of a version.</summary>
public static class ApiPosten
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static void MapPosten(this IEndpointRouteBuilder api)
    {
        var pad = $"/{PostCollectie.Collectie.Pad}";
        api.MapMethods(pad, ApiEndpoints.GetEnHead, LijstAsync).WithMetadata(new PostParametersAttribute());
        api.MapMethods($"{pad}/{{dataset}}/{{versie:int}}/{{**sleutel}}", ApiEndpoints.GetEnHead, EenAsync);
    }

    private sealed record Vraag(PostKeuze Keuze, Bladvraag Blad, Verderplek? Na, bool MetAantal);

    private static async Task<IResult> LijstAsync(
        BegrotingQueries begroting,
        PostQueries posten,
        [AsParameters] ApiVraag vraag
    )
    {
        var (context, ct) = (vraag.Context, vraag.Context.RequestAborted);
        if (Versheid.IsBekend(context, PostCollectie.Collectie.Onderwerpen))
        {
            return TypedResults.Empty;
        }
        var (gevraagd, reden) = await LeesAsync(context.Request.Query, begroting, vraag.Gebieden, ct);
        if (gevraagd is null)
        {
            return Ongeldig.Probleem(reden);
        }
        var totaal = gevraagd.MetAantal ? await TotaalAsync(posten, gevraagd.Keuze, ct) : [];
        return await ApiEndpoints.BladAsync(vraag, PostCollectie.Collectie, (gevraagd.Blad, gevraagd.Na), totaal);
    }

    private static async Task<(Vraag? Vraag, string? Reden)> LeesAsync(
        IQueryCollection query,
        BegrotingQueries begroting,
        Portal.Data.Gebieden.GebiedQueries gebieden,
        CancellationToken ct
    )
    {
        var (filter, jaarReden) = Filter(query);
        var (aantal, na, metAantal, bladReden) = ApiKeuze.Blad(query, PostCollectie.Collectie);
        var (keuze, reden) = PostKeuze.Kies(
            filter,
            await begroting.AanbodAsync(ct),
            await gebieden.VindAsync(filter.Gebied, ct)
        );
        return (jaarReden ?? reden ?? bladReden) is { } fout
            ? (null, fout)
            : (new(keuze!, new(PostCollectie.Filter(keuze!), Voorwaarde.Geen, aantal, na?.Id), na, metAantal), null);
    }

    private static async Task<Dictionary<string, decimal>> TotaalAsync(
        PostQueries posten,
        PostKeuze keuze,
        CancellationToken ct
    )
    {
        var som = await posten.TotaalAsync(keuze, ct);
        return new() { ["aantal"] = som.Aantal, ["bedrag"] = som.Bedrag ?? 0 };
    }

    // Only what is in the database: the page of a post answers for ever, from the archive
    private static async Task<IResult> EenAsync(
        string dataset,
        int versie,
        string sleutel,
        PostDetailQueries posten,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        sleutel = Uri.UnescapeDataString(sleutel);
        if (Versheid.IsBekend(context, PostCollectie.Collectie.Onderwerpen))
        {
            return TypedResults.Empty;
        }
        if (
            await posten.VersieAsync(dataset, versie, ct) is not { Status: not "ingetrokken" } gevonden
            || await posten.FindAsync(gevonden.Id, sleutel, ct) is not { } post
        )
        {
            return ApiEndpoints.Weg(
                $"'{sleutel}' staat niet, of niet meer, in versie {versie} van '{dataset}'. Kijk ook op "
                    + $"{PostAdres.Van(dataset, versie, sleutel)}: die pagina leest ook oude versies."
            );
        }
        await ApiAntwoord.SchrijfEenAsync(
            context,
            JsonSerializer.Serialize(post with { Bron = null, Id = null }, Json),
            PostCollectie.Collectie.Pad,
            PostAdres.Van(dataset, versie, sleutel)[1..]
        );
        return TypedResults.Empty;
    }

    private static (PostFilter Filter, string? Reden) Filter(IQueryCollection query)
    {
        string? Tekst(string naam) => query[naam].ToString() is { Length: > 0 } tekst ? tekst : null;
        var jaar = 0;
        var reden =
            Tekst("jaar") is { } j && !int.TryParse(j, NumberStyles.None, CultureInfo.InvariantCulture, out jaar)
                ? $"Bij jaar staat '{j}'. Dat is geen jaartal."
                : null;
        return (
            new()
            {
                Jaar = Tekst("jaar") is null ? null : jaar,
                Fase = Tekst("fase"),
                Programma = Tekst("programma"),
                Bl = Tekst("bl"),
                Tel = Tekst("tel"),
                Gebied = Tekst("gebied"),
                Taakveld = Tekst("taakveld"),
                Zoek = Tekst("zoek"),
                Ontvanger = Tekst("ontvanger"),
                Van = Tekst("van"),
                Tot = Tekst("tot"),
                Jaarsoort = Tekst("jaarsoort"),
            },
            reden
        );
    }
}

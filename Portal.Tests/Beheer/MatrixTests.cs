using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>Who may do what, cell by cell. An address of staff that is not in it fails.</summary>
public sealed class MatrixTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const int Naar = 302;
    private const int Nee = 403;

    // Nobody, redacteur, publicist, beheerder, one whose session has ended. What is allowed and asks for something
    // that is
    // not there, or says nothing, is answered 200, 302, 404 or 410.
    private static readonly Dictionary<string, (string Pad, int[] Wie)> Matrix = new()
    {
        ["GET beheer"] = ("/beheer", [Naar, 200, 200, 200, Naar]),
        ["GET beheer/inloggen"] = ("/beheer/inloggen", [200, 200, 200, 200, 200]),
        ["POST beheer/inloggen"] = ("/beheer/inloggen", [200, 200, 200, 200, 200]),
        ["GET beheer/code"] = ("/beheer/code", [Naar, Naar, Naar, Naar, Naar]),
        ["POST beheer/code"] = ("/beheer/code", [Naar, Naar, Naar, Naar, Naar]),
        ["GET beheer/uitnodiging/{geheim}"] = ("/beheer/uitnodiging/x", [410, 410, 410, 410, 410]),
        ["POST beheer/uitnodiging/{geheim}"] = ("/beheer/uitnodiging/x", [410, 410, 410, 410, 410]),
        ["GET beheer/uitloggen/{handler?}"] = ("/beheer/uitloggen", [Naar, Naar, Naar, Naar, Naar]),
        ["POST beheer/uitloggen/{handler?}"] = ("/beheer/uitloggen", [Naar, Naar, Naar, Naar, Naar]),
        ["POST beheer/uitloggen/{handler?} Overal"] = ("/beheer/uitloggen/overal", [Naar, Naar, Naar, Naar, Naar]),
        ["GET beheer/mensen/{handler?}"] = ("/beheer/mensen", [Naar, Nee, Nee, 200, Naar]),
        ["POST beheer/mensen/{handler?} Uitnodigen"] = ("/beheer/mensen/uitnodigen", [Naar, Nee, Nee, 200, Naar]),
        ["POST beheer/mensen/{handler?} Rol"] = ("/beheer/mensen/rol", [Naar, Nee, Nee, 404, Naar]),
        ["POST beheer/mensen/{handler?} Einde"] = ("/beheer/mensen/einde", [Naar, Nee, Nee, 404, Naar]),
        ["GET beheer/grenzen"] = ("/beheer/grenzen", [Naar, Nee, Nee, 200, Naar]),
        ["POST beheer/grenzen"] = ("/beheer/grenzen", [Naar, Nee, Nee, 200, Naar]),
        ["GET beheer/nieuw/{soort=laag}"] = ("/beheer/nieuw", [Naar, 200, 200, Nee, Naar]),
        ["POST beheer/nieuw/{soort=laag}"] = ("/beheer/nieuw", [Naar, 200, 200, Nee, Naar]),
        ["GET beheer/aanlevering/{id:int}/{handler?}"] = ("/beheer/aanlevering/0", [Naar, 404, 404, Nee, Naar]),
        ["GET beheer/aanlevering/{id:int}/{handler?} Afgewezen"] = (
            "/beheer/aanlevering/0/afgewezen",
            [Naar, 404, 404, Nee, Naar]
        ),
        ["GET beheer/aanlevering/{id:int}/{handler?} Gevonden"] = (
            "/beheer/aanlevering/0/gevonden",
            [Naar, 404, 404, Nee, Naar]
        ),
        ["POST beheer/aanlevering/{id:int}/{handler?} Opnieuw"] = (
            "/beheer/aanlevering/0/opnieuw",
            [Naar, 404, 404, Nee, Naar]
        ),
        ["POST beheer/aanlevering/{id:int}/{handler?} Wegleggen"] = (
            "/beheer/aanlevering/0/wegleggen",
            [Naar, 404, 404, Nee, Naar]
        ),
        ["GET beheer/controle/{versie:int}/{handler?}"] = ("/beheer/controle/{concept}", [Naar, 200, 200, Nee, Naar]),
        ["POST beheer/controle/{versie:int}/{handler?} Publiceren"] = (
            "/beheer/controle/{concept}/publiceren",
            [Naar, Nee, 200, Nee, Naar]
        ),
        ["POST beheer/controle/{versie:int}/{handler?} NietPlannen"] = (
            "/beheer/controle/{concept}/nietplannen",
            [Naar, Nee, Naar, Nee, Naar]
        ),
        ["POST beheer/controle/{versie:int}/{handler?} Opnieuw"] = (
            "/beheer/controle/{concept}/opnieuw",
            [Naar, 404, 404, Nee, Naar]
        ),
        ["POST beheer/controle/{versie:int}/{handler?} Besluiten"] = (
            "/beheer/controle/{concept}/besluiten",
            [Naar, 404, 404, Nee, Naar]
        ),
        ["GET beheer/beschrijven/{versie:int}"] = ("/beheer/beschrijven/{concept}", [Naar, 200, 200, Nee, Naar]),
        ["POST beheer/beschrijven/{versie:int}"] = ("/beheer/beschrijven/{concept}", [Naar, 200, 200, Nee, Naar]),
        ["GET beheer/bekijken/{versie:int}"] = ("/beheer/bekijken/{concept}", [Naar, 200, 200, Nee, Naar]),
        ["POST beheer/controle/{versie:int}/{handler?} Intrekken"] = (
            "/beheer/controle/{concept}/intrekken",
            [Naar, Nee, 200, Nee, Naar]
        ),
        ["GET beheer/dataset/{code}/{handler?}"] = ("/beheer/dataset/{dataset}", [Naar, 200, 200, Nee, Naar]),
        ["POST beheer/dataset/{code}/{handler?} Beschrijven"] = (
            "/beheer/dataset/{dataset}/beschrijven",
            [Naar, 200, 200, Nee, Naar]
        ),
        ["POST beheer/dataset/{code}/{handler?} Terug"] = (
            "/beheer/dataset/{dataset}/terug",
            [Naar, Nee, 200, Nee, Naar]
        ),
        ["POST beheer/dataset/{code}/{handler?} Intrekken"] = (
            "/beheer/dataset/{dataset}/intrekken",
            [Naar, Nee, 200, Nee, Naar]
        ),
        ["GET beheer/rijen/{code}"] = ("/beheer/rijen/onbekend", [Naar, 404, 404, Nee, Naar]),
        ["GET beheer/rij/{code}"] = ("/beheer/rij/onbekend", [Naar, 404, 404, Nee, Naar]),
        ["POST beheer/rij/{code}"] = ("/beheer/rij/onbekend", [Naar, 404, 404, Nee, Naar]),
        ["GET beheer/namen/{handler?}"] = ("/beheer/namen", [Naar, 200, 200, Nee, Naar]),
        ["POST beheer/namen/{handler?} Erbij"] = ("/beheer/namen/erbij", [Naar, 200, 200, Nee, Naar]),
        ["POST beheer/namen/{handler?} Weg"] = ("/beheer/namen/weg", [Naar, 200, 200, Nee, Naar]),
        ["GET beheer/oordelen"] = ("/beheer/oordelen", [Naar, Nee, 200, Nee, Naar]),
        ["POST beheer/oordelen"] = ("/beheer/oordelen", [Naar, Nee, 200, Nee, Naar]),
        ["GET beheer/bronnen/{handler?}"] = ("/beheer/bronnen", [Naar, 200, 200, Nee, Naar]),
        ["POST beheer/bronnen/{handler?} Ophalen"] = ("/beheer/bronnen/ophalen", [Naar, Nee, 200, Nee, Naar]),
        ["GET beheer/waarschuwingen"] = ("/beheer/waarschuwingen", [Naar, 200, 200, Nee, Naar]),
        ["GET beheer/bron"] = ("/beheer/bron", [Naar, Nee, 200, Nee, Naar]),
        ["POST beheer/bron"] = ("/beheer/bron", [Naar, Nee, 200, Nee, Naar]),
        ["GET beheer/woorden"] = ("/beheer/woorden", [Naar, 200, 200, Nee, Naar]),
        ["GET beheer/woord/{plek}/{handler?}"] = ("/beheer/woord/onbekend", [Naar, 404, 404, Nee, Naar]),
        ["POST beheer/woord/{plek}/{handler?} Bekijken"] = (
            "/beheer/woord/onbekend/bekijken",
            [Naar, 404, 404, Nee, Naar]
        ),
        ["POST beheer/woord/{plek}/{handler?} Bewaren"] = (
            "/beheer/woord/onbekend/bewaren",
            [Naar, 404, 404, Nee, Naar]
        ),
        ["POST beheer/woord/{plek}/{handler?} Publiceren"] = (
            "/beheer/woord/onbekend/publiceren",
            [Naar, Nee, 404, Nee, Naar]
        ),
        ["GET beheer/logboek"] = ("/beheer/logboek", [Naar, Nee, Nee, 200, Naar]),
    };

    // The public pages with a concept in them: no endpoint of their own
    private static readonly KeyValuePair<string, (string, int[])> Voorbeelden = new(
        "GET voorbeeld",
        ("/beheer/voorbeeld/{concept}/lagen/matrix", [Naar, 200, 200, Nee, Naar])
    );

    [Fact]
    public async Task Every_address_of_staff_is_in_the_matrix()
    {
        var gevonden = new List<string>();
        var lader = dorp.Services.GetRequiredService<PageLoader>();
        foreach (
            var endpoint in dorp
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(b => b.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e =>
                    e.RoutePattern.RawText!.TrimStart('/').StartsWith("beheer", StringComparison.OrdinalIgnoreCase)
                )
        )
        {
            var pad = endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } pagina)
            {
                var methoden = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"];
                gevonden.AddRange(methoden.Where(m => m != "HEAD").Select(m => $"{m} {pad}"));
                continue;
            }
            var handlers = (await lader.LoadAsync(pagina, endpoint.Metadata)).HandlerMethods;
            gevonden.AddRange(handlers.Select(h => $"{h.HttpMethod.ToUpperInvariant()} {pad} {h.Name}".TrimEnd()));
            gevonden.Add($"GET {pad}"); // a page without a handler shows itself
        }

        Assert.Equal(Matrix.Keys.Order(StringComparer.Ordinal), gevonden.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_cell_is_as_it_says()
    {
        var fouten = new List<string>();
        var concept = await Aanlevering.ConceptAsync(dorp, "matrix", 3);
        var dataset = await dorp.Db.QuerySingleAsync<string>(
            "select d.code from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd' "
                + "order by 1 limit 1"
        );
        for (var kolom = 0; kolom < 5; kolom++)
        {
            var zij = kolom switch
            {
                0 => new Bezoek(dorp),
                4 => await BeeindigdAsync(),
                _ => await Bezoek.VanAsync(dorp, Rollen.Alle[kolom - 1]),
            };
            foreach (var (naam, (vorm, wie)) in Matrix.Append(Voorbeelden))
            {
                var pad = vorm.Replace("{concept}", $"{concept}", StringComparison.Ordinal)
                    .Replace("{dataset}", dataset, StringComparison.Ordinal);
                var status = await VraagAsync(zij, naam.StartsWith("POST", StringComparison.Ordinal), pad);
                if (status != wie[kolom])
                {
                    fouten.Add($"{naam}, kolom {kolom}: {status}, niet {wie[kolom]}");
                }
                if (pad.StartsWith("/beheer/uitloggen", StringComparison.Ordinal) && kolom is > 0 and < 4)
                {
                    Assert.True(await zij.LogInAsync());
                }
            }
        }
        Assert.Empty(fouten);
    }

    // The token of a page that she may see
    private static async Task<int> VraagAsync(Bezoek zij, bool post, string pad)
    {
        if (!post)
        {
            return (int)await zij.GetAsync(pad);
        }
        if (await zij.GetAsync("/beheer") != HttpStatusCode.OK)
        {
            await zij.GetAsync("/beheer/inloggen");
        }
        return (int)await zij.PostAsync(pad);
    }

    private async Task<Bezoek> BeeindigdAsync()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Beheerder);
        await dorp.Db.ExecuteAsync("update medewerker set stempel = 'anders' where email = @Email", new { zij.Email });
        return zij;
    }
}

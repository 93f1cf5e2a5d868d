using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Portal.Data.Beheer;
using Portal.Data.Datasets;
using Portal.Data.Indicatoren;

namespace Portal.Web.Beheer;

/// <summary>
/// What stands before the pages of staff: off unless they have a login of their own to the database, nothing of them
/// kept by
/// anyone, and a session or an invitation for every page (docs/decisions/0029).
/// </summary>
public static class Beheerdeur
{
    public const string Pad = "/beheer";

    private const long Formulier = 100_000; // bytes of what is filled in
    private const string Iemand = "medewerker";

    public static bool IsVan(PathString pad) => pad.StartsWithSegments(Pad, StringComparison.OrdinalIgnoreCase);

    public static void AddPortalBeheer(this IServiceCollection services, Instellingen instellingen)
    {
        services.AddSingleton(_ => new BeheerBron(instellingen.DatabaseVanBeheer ?? instellingen.Database));
        services.AddSingleton<Medewerkers>();
        services.AddSingleton<Uitnodigingen>();
        services.AddSingleton<Pogingen>();
        services.AddSingleton<Sessies>();
        services.AddSingleton<Logboek>();
        services.AddSingleton<Wachtwoorden>();
        services.AddSingleton<Inlogrem>();
        services.AddSingleton<Aanmelding>();
        services.AddSingleton<Aanleveringen>();
        services.AddSingleton<Concepten>();
        services.AddSingleton<Beschrijvingen>();
        services.AddSingleton<Planningen>();
        services.AddSingleton<Drempelwaarden>();
        services.AddSingleton<Bronbeheer>();
        services.AddSingleton<Bronophaler>();
        services.AddSingleton<Paginateksten>();
        services.AddSingleton<Postbode>();
        services.AddSingleton<Rijen>();
        services.AddSingleton<Rijwerk>();
        services.AddSingleton<Namenlijsten>();
        services.AddSingleton(s => new Waarschuwing(s.GetRequiredService<BeheerBron>().Db));
        services.AddSingleton<Oordeelwerk>();
        services.AddSingleton<Conceptwerk>();
        services.AddSingleton<Voorbeeld>();
        services.AddSingleton<Aanlevermap>();
        services.AddSingleton<Publicatiewerk>();
        services.AddSingleton<Aanleverwacht>();
        services.AddHostedService(s => s.GetRequiredService<Aanleverwacht>());
        services.AddHostedService<Planwacht>();
        // Two schemes, and neither by default: on a public page nobody is anybody
        services
            .AddAuthentication()
            .AddCookie(Aanmelding.Schema, o => MetSessie(o))
            .AddCookie(
                Aanmelding.Halverwege,
                o => (o.ExpireTimeSpan, o.Cookie) = (TimeSpan.FromMinutes(10), Koek("code"))
            )
            .AddOpenId(
                instellingen.DatabaseVanBeheer is null ? null : instellingen.OpenId,
                n => Koek(n, SameSiteMode.Lax)
            );
        services
            .AddAuthorizationBuilder()
            .AddPolicy(
                Iemand,
                p => p.AddAuthenticationSchemes(Aanmelding.Schema).RequireClaim(ClaimTypes.Role, Rollen.Alle)
            );
        services.AddAntiforgery(o => o.Cookie = Koek("formulier"));
        services.Configure<Microsoft.AspNetCore.Mvc.RazorPages.RazorPagesOptions>(o =>
        {
            o.Conventions.AuthorizeFolder("/Beheer", Iemand);
            o.Conventions.AllowAnonymousToPage("/Beheer/Inloggen");
            o.Conventions.AllowAnonymousToPage("/Beheer/Code");
            o.Conventions.AllowAnonymousToPage("/Beheer/Uitnodiging");
        });
        var sleutels = services.AddDataProtection().SetApplicationName("portal");
        if (instellingen.DatabaseVanBeheer is not null)
        {
            sleutels.PersistKeysToFileSystem(Levering.MaakMap(instellingen.Sleutels));
        }
    }

    public static void UsePortalBeheer(this WebApplication app, Instellingen instellingen)
    {
        var rem = app.Services.GetRequiredService<Inlogrem>();
        app.UseWhen(
            context => IsVan(context.Request.Path),
            beheer =>
            {
                beheer.Use(
                    (context, verder) =>
                    {
                        // Packed, the length of a page would tell of what is secret in it
                        context.Request.Headers.AcceptEncoding = "";
                        if (instellingen.DatabaseVanBeheer is null)
                        {
                            context.Response.StatusCode = StatusCodes.Status404NotFound;
                            return Task.CompletedTask;
                        }
                        if (!PastErin(context, instellingen))
                        {
                            return Task.CompletedTask;
                        }
                        return IsPoging(context) ? rem.LaatDoorAsync(context, verder) : verder(context);
                    }
                );
                beheer.UseAuthorization();
            }
        );
    }

    // Before anything of it is read. Forms are small; only a delivery is large.
    private static bool PastErin(HttpContext context, Instellingen instellingen)
    {
        var isAanlevering = context.Request.Path.StartsWithSegments($"{Pad}/nieuw", StringComparison.OrdinalIgnoreCase);
        var grens = isAanlevering ? Aanlevermap.Grens(instellingen) + Formulier : Formulier;
        // A browser says how long its form is. Without that it is noticed only when so much was read
        var lengte =
            context.Request.ContentLength ?? (context.Request.Headers.TransferEncoding.Count > 0 ? long.MaxValue : 0);
        if (lengte > grens)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return false;
        }
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = grens;
        context.Features.Set<IFormFeature>(
            new FormFeature(context.Request, new FormOptions { MultipartBodyLengthLimit = grens })
        );
        return true;
    }

    private static bool IsPoging(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static void MetSessie(CookieAuthenticationOptions o)
    {
        o.Cookie = Koek("sessie");
        o.ExpireTimeSpan = TimeSpan.FromHours(8);
        o.SlidingExpiration = false;
        o.Events = new()
        {
            OnValidatePrincipal = NaarMedewerkerAsync,
            // Always the same address: nobody can be sent elsewhere afterwards
            OnRedirectToLogin = c =>
            {
                c.Response.Redirect($"{Pad}/inloggen");
                return Task.CompletedTask;
            },
            OnRedirectToAccessDenied = c =>
            {
                c.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }

    // Who she is and what she may is read again for every page
    private static async Task NaarMedewerkerAsync(CookieValidatePrincipalContext context)
    {
        var sessies = context.HttpContext.RequestServices.GetRequiredService<Sessies>();
        var geheim = context.Principal?.FindFirstValue(Aanmelding.Sessie);
        if (geheim is null || await sessies.VanAsync(geheim, context.HttpContext.RequestAborted) is not { } wie)
        {
            context.RejectPrincipal();
            return;
        }
        context.ReplacePrincipal(
            new(
                new ClaimsIdentity(
                    [
                        new(ClaimTypes.NameIdentifier, $"{wie.Id}"),
                        new(ClaimTypes.Email, wie.Email),
                        new(ClaimTypes.Name, wie.Naam),
                        new(ClaimTypes.Role, wie.Rol),
                        new(Aanmelding.Sessie, geheim),
                    ],
                    Aanmelding.Schema
                )
            )
        );
    }

    private static AlleenHier Koek(string naam, SameSiteMode site = SameSiteMode.Strict) =>
        new()
        {
            Name = $"__Host-beheer-{naam}",
            Path = "/",
            HttpOnly = true,
            SameSite = site,
            IsEssential = true,
        };

    /// <summary>
    /// Always Secure, which __Host- asks. On http://localhost browsers keep such a cookie too; elsewhere without https
    /// they
    /// do not, and then nobody can sign in. Not CookieSecurePolicy.Always: antiforgery refuses http by itself then.
    /// </summary>
    private sealed class AlleenHier : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var opties = base.Build(context, expiresFrom);
            opties.Secure = true;
            return opties;
        }
    }
}

using System.Net.Mime;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Portal.Data.Beheer;

namespace Portal.Web.Beheer;

/// <summary>Who says who somebody is: from Portal__OpenId__Adres, __Client, __Geheim and __Veld.</summary>
public sealed record OpenIdInstelling
{
    public string Adres { get; init; } = "";
    public string Client { get; init; } = "";
    public string Geheim { get; init; } = "";

    /// <summary>Which claim is the address by which she was invited.</summary>
    public string Veld { get; init; } = Mail;

    /// <summary>An address that the provider did not verify may be anybody's.</summary>
    public bool EistBevestiging => Veld == Mail;

    private const string Mail = "email";
}

/// <summary>
/// Signing in with the account of the municipality (OpenID Connect), off unless it is set. It says who she is, with the
/// second factor of that account; that she may come in and what she may do, is still ours to say (docs/decisions/0039).
/// </summary>
public static class OpenId
{
    public const string Pad = "/beheer/openid";

    private const string Schema = "beheer-openid";
    private const string Terug = $"{Pad}/terug";
    private const string Onbekend = $"{Pad}/onbekend";

    public static AuthenticationBuilder AddOpenId(
        this AuthenticationBuilder builder,
        OpenIdInstelling? instelling,
        Func<string, CookieBuilder> koek
    ) => instelling is null ? builder : builder.AddOpenIdConnect(Schema, o => Zet(o, instelling, koek));

    public static void MapOpenId(this IEndpointRouteBuilder routes, Instellingen instellingen)
    {
        if (instellingen is not { OpenId: not null, DatabaseVanBeheer: not null })
        {
            return;
        }
        routes.MapGet(Pad, () => Results.Challenge(new() { RedirectUri = Beheerdeur.Pad }, [Schema])).AllowAnonymous();
        routes
            .MapGet(Onbekend, () => Zeg("U kunt hier niet in. Vraag uw beheerder om een uitnodiging.", 403))
            .AllowAnonymous();
    }

    private static void Zet(OpenIdConnectOptions o, OpenIdInstelling instelling, Func<string, CookieBuilder> koek)
    {
        (o.Authority, o.ClientId, o.ClientSecret) = (instelling.Adres, instelling.Client, instelling.Geheim);
        o.RequireHttpsMetadata = !new Uri(instelling.Adres).IsLoopback;
        (o.ResponseType, o.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
        (o.CallbackPath, o.SignedOutCallbackPath) = (Terug, $"{Pad}/uit");
        (o.MapInboundClaims, o.GetClaimsFromUserInfoEndpoint, o.SaveTokens) = (false, false, false);
        o.SignInScheme = Aanmelding.Schema; // never by itself: NaarSessieAsync makes our own session
        o.Scope.Clear();
        o.Scope.Add("openid");
        o.Scope.Add("profile");
        o.Scope.Add("email");
        (o.CorrelationCookie, o.NonceCookie) = (koek("openid-"), koek("openid-nonce-"));
        o.Events = new() { OnTicketReceived = c => NaarSessieAsync(c, instelling), OnRemoteFailure = MisAsync };
    }

    private static async Task NaarSessieAsync(TicketReceivedContext c, OpenIdInstelling instelling)
    {
        c.HandleResponse();
        var (diensten, ct) = (c.HttpContext.RequestServices, c.HttpContext.RequestAborted);
        var email = c.Principal?.FindFirst(instelling.Veld)?.Value;
        var bevestigd =
            !instelling.EistBevestiging || c.Principal?.FindFirst("email_verified")?.Value is "true" or "True";
        var wie = email is null ? null : await diensten.GetRequiredService<Medewerkers>().VindAsync(email, ct);
        if (wie is not { Actief: true } || !bevestigd)
        {
            var details = new { wat = "openid", bevestigd };
            var naam = wie?.Email ?? Logboek.Onbekend;
            await diensten.GetRequiredService<Logboek>().SchrijfAsync(naam, "inloggen mislukt", ct, details: details);
            c.Response.Redirect(Onbekend);
            return;
        }
        var aanmelding = diensten.GetRequiredService<Aanmelding>();
        await aanmelding.BegroetAsync(c.HttpContext, wie.Id, wie.Email, new { met = "openid" });
        await Zeg("U bent ingelogd.", 200).ExecuteAsync(c.HttpContext);
    }

    private static Task MisAsync(RemoteFailureContext c)
    {
        c.HandleResponse();
        c.Response.Redirect($"{Beheerdeur.Pad}/inloggen");
        return Task.CompletedTask;
    }

    // A page, for a browser does not send a Strict cookie along with a redirect that began at another site
    private static IResult Zeg(string zin, int status)
    {
        var verder = status == 200 ? "<meta http-equiv=\"refresh\" content=\"0;url=/beheer\">" : "";
        return Results.Text(
            $"""
            <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{zin}</title>{verder}</head>
            <body><main><h1>{zin}</h1><p><a href="/beheer">Verder naar beheer</a></p></main></body></html>
            """,
            MediaTypeNames.Text.Html,
            System.Text.Encoding.UTF8,
            status
        );
    }
}

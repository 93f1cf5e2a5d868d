using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Npgsql;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Datasets;

namespace Portal.Web.Beheer;

/// <summary>
/// The public pages as they will be once a concept counts, for staff: <c>/beheer/voorbeeld/12/lagen/parken</c> is
/// <c>/lagen/parken</c>, read from a snapshot in which version 12 is published and that is never committed. Nothing of
/// it is kept, and every link stays in it (docs/decisions/0032).
/// </summary>
public sealed partial class Voorbeeld(Instellingen instellingen, Concepten concepten) : IAsyncDisposable
{
    private const string Pad = "/beheer/voorbeeld";
    private static readonly object Sleutel = new();

    // A page of a preview publishes first: other limits than those of a visitor, and few at a time
    private readonly NpgsqlDataSource _db = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(PortalData.AlsSchrijver(instellingen.DatabaseVanImports))
        {
            ApplicationName = "portal voorbeeld",
            Timeout = 10,
            Options = $"-c role={PortalData.SchrijverRol} -c statement_timeout=30s -c lock_timeout=10s",
        }.ConnectionString
    );

    /// <summary>Whether this shows what is not public.</summary>
    public static bool Is(HttpContext context) => context.Items.ContainsKey(Sleutel);

    /// <summary>Where a page will be seen.</summary>
    public static string Adres(int versie, string pad) =>
        string.Create(CultureInfo.InvariantCulture, $"{Pad}/{versie}{pad}");

    public async Task ToonAsync(HttpContext context, RequestDelegate verder)
    {
        var delen = Deel().Match(context.Request.Path.Value!);
        if (instellingen is not { DatabaseVanBeheer: not null, StafSchrijft: true } || !delen.Success)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        if (!await MagAsync(context))
        {
            return;
        }
        var versie = int.Parse(delen.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        if (await concepten.VindAsync(versie, 0, context.RequestAborted) is not { } concept)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context
            .RequestServices.GetRequiredService<Lezing>()
            .Na(
                _db,
                (c, t) => new Versiebeheer(_db, instellingen.Archief).DoeAlsofAsync(c, t, concept.Code, concept.Nummer)
            );
        context.Items[Sleutel] = versie;
        context.Request.Headers.AcceptEncoding = ""; // its length would tell of it
        context.Request.PathBase += Adres(versie, "");
        context.Request.Path = delen.Groups[2].Length == 0 ? "/" : delen.Groups[2].Value;
        await MetLinksAsync(context, verder);
    }

    // Before routing, so the rules of the staff pages are asked here
    private static async Task<bool> MagAsync(HttpContext context)
    {
        var wie = (await context.AuthenticateAsync(Aanmelding.Schema)).Principal;
        if (wie is null)
        {
            context.Response.Redirect("/beheer/inloggen");
            return false;
        }
        if (wie.IsInRole(Rollen.Redacteur) || wie.IsInRole(Rollen.Publicist))
        {
            return true;
        }
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return false;
    }

    private static async Task MetLinksAsync(HttpContext context, RequestDelegate verder)
    {
        var basis = context.Request.PathBase.Value!;
        context.Response.OnStarting(() =>
        {
            var naar = context.Response.Headers.Location.ToString();
            if (naar.StartsWith('/') && !naar.StartsWith("/beheer/", StringComparison.Ordinal))
            {
                context.Response.Headers.Location = basis + naar;
            }
            return Task.CompletedTask;
        });
        if (Ongeldig.IsData(context.Request.Path.Value))
        {
            await verder(context); // as long as it is
            return;
        }
        var uit = context.Response.Body;
        using var bladzij = new MemoryStream();
        context.Response.Body = bladzij;
        try
        {
            await verder(context);
        }
        finally
        {
            context.Response.Body = uit;
        }
        var isPagina = context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
        var bytes = isPagina ? Herschrijf(bladzij, context, basis) : bladzij.ToArray();
        if (bytes.Length > 0)
        {
            context.Response.ContentLength = null;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static byte[] Herschrijf(MemoryStream bladzij, HttpContext context, string basis)
    {
        var html = Verwijzing().Replace(Encoding.UTF8.GetString(bladzij.ToArray()), $"$1{basis}/");
        html = Bestand().Replace(html, m => m.Value[basis.Length..]); // what hangs of no version is fetched once
        html = html.Replace("<html ", $"<html data-basis=\"{basis}\" ", StringComparison.Ordinal);
        var balk =
            "<p class=\"voorbeeldbalk\" role=\"status\"><strong>Zo ziet het publiek het straks.</strong> Niemand "
            + "buiten de "
            + $"gemeente ziet dit nu. <a href=\"/beheer/bekijken/{context.Items[Sleutel]}\">Terug naar beheer</a></p>";
        html = Begin().Replace(html, $"$0{balk}", 1);
        return Encoding.UTF8.GetBytes(html);
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    [GeneratedRegex(@"^/beheer/voorbeeld/(\d{1,9})(/.*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Deel();

    // Addresses of ours in an attribute, and in the JSON of one; not those that stand below the basis already
    [GeneratedRegex("""((?: (?:href|src|action|data-[a-z]+)="|&quot;))/(?!/|beheer/|lib/|css/|js/|img/|Pages/)""")]
    private static partial Regex Verwijzing();

    [GeneratedRegex("/beheer/voorbeeld/[0-9]+/(?:lib|css|js|img|Pages)/")]
    private static partial Regex Bestand();

    [GeneratedRegex("<body[^>]*>")]
    private static partial Regex Begin();
}

public static class VoorbeeldPad
{
    /// <summary>Before every cache.</summary>
    public static void UseVoorbeeld(this WebApplication app)
    {
        var voorbeeld = app.Services.GetRequiredService<Voorbeeld>();
        app.Use(
            (context, verder) =>
                context.Request.Path.StartsWithSegments("/beheer/voorbeeld", StringComparison.OrdinalIgnoreCase)
                    ? voorbeeld.ToonAsync(context, verder)
                    : verder(context)
        );
    }
}

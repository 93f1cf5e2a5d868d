using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Portal.Data.Beheer;

namespace Portal.Web.Beheer;

/// <summary>
/// Signing in: a password, then a code, then a session. Whoever fails hears the same for every reason, and about as
/// late.
/// </summary>
public sealed class Aanmelding(
    Medewerkers medewerkers,
    Pogingen pogingen,
    Sessies sessies,
    Logboek logboek,
    Wachtwoorden wachtwoorden,
    IDataProtectionProvider sleutels,
    TimeProvider klok
)
{
    /// <summary>The session of a member of staff.</summary>
    public const string Schema = "beheer";

    /// <summary>Between the password and the code.</summary>
    public const string Halverwege = "beheer-halverwege";

    public const string Sessie = "sessie";

    /// <summary>
    /// The same for a wrong password, a wrong code, an address that is not known, and a door that is closed.
    /// </summary>
    public const string Mis =
        "Dit klopt niet, of het is te vaak geprobeerd. Na vijf keer fout moet u een kwartier wachten.";

    private const string Stempel = "stempel";

    private readonly IDataProtector _totp = sleutels.CreateProtector("beheer.totp");

    /// <returns>False: <see cref="Mis"/>.</returns>
    public async Task<bool> MetWachtwoordAsync(HttpContext context, string email, string wachtwoord)
    {
        var ct = context.RequestAborted;
        var gevonden = await medewerkers.VindAsync(email, ct);
        var open = await pogingen.BeginAsync(gevonden?.Id ?? 0, ct);
        var klopt = wachtwoorden.Klopt(gevonden, wachtwoord);
        if (gevonden is null || !open || !klopt)
        {
            await MisAsync(gevonden, open, "wachtwoord", ct);
            return false;
        }
        await pogingen.GeefTerugAsync(gevonden.Id, ct);
        var wie = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, $"{gevonden.Id}"), new(Stempel, gevonden.Stempel)],
            Halverwege
        );
        await context.SignInAsync(Halverwege, new(wie));
        return true;
    }

    /// <summary>Who gave her password a moment ago.</summary>
    public async Task<Medewerker?> HalverwegeAsync(HttpContext context)
    {
        var gelezen = await context.AuthenticateAsync(Halverwege);
        var medewerker = int.TryParse(gelezen.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await medewerkers.VindAsync(id, context.RequestAborted)
            : null;
        return medewerker?.Actief == true && gelezen.Principal!.FindFirstValue(Stempel) == medewerker.Stempel
            ? medewerker
            : null;
    }

    /// <summary>Of an app, or one of the recovery codes.</summary>
    public async Task<bool> MetCodeAsync(HttpContext context, Medewerker medewerker, string code)
    {
        var ct = context.RequestAborted;
        var open = await pogingen.BeginAsync(medewerker.Id, ct);
        var getypt = code.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        var metApp =
            open
            && Totp.Vind(_totp.Unprotect(medewerker.Totp), getypt, klok.GetUtcNow()) is { } stap
            && await pogingen.VerbruikStapAsync(medewerker.Id, stap, ct);
        if (!metApp && !(open && await pogingen.VerbruikHerstelcodeAsync(medewerker.Id, getypt, ct)))
        {
            await MisAsync(medewerker, open, "code", ct);
            return false;
        }
        await BegroetAsync(context, medewerker.Id, medewerker.Email, metApp ? null : new { met = "herstelcode" });
        return true;
    }

    /// <summary>She is in.</summary>
    public async Task BegroetAsync(HttpContext context, int id, string email, object? details = null)
    {
        var ct = context.RequestAborted;
        await pogingen.VergeetAsync(id, ct);
        await logboek.SchrijfAsync(email, "ingelogd", ct, details: details);
        var sessie = new ClaimsIdentity([new(Sessie, await sessies.BeginAsync(id, ct))], Schema);
        await context.SignOutAsync(Halverwege);
        await context.SignInAsync(Schema, new(sessie));
    }

    public string Bescherm(string geheim) => _totp.Protect(geheim);

    private Task MisAsync(Medewerker? medewerker, bool open, string wat, CancellationToken ct) =>
        logboek.SchrijfAsync(
            medewerker?.Email ?? Logboek.Onbekend,
            "inloggen mislukt",
            ct,
            details: new { wat, dicht = medewerker is not null && !open }
        );
}

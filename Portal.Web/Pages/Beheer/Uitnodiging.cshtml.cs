using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Beheer;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>
/// From a link to an account: a name, a password and an app in one form, then the recovery codes, once.
/// </summary>
public sealed class UitnodigingModel(
    Uitnodigingen uitnodigingen,
    Wachtwoorden wachtwoorden,
    Aanmelding aanmelding,
    IDataProtectionProvider sleutels
) : BeheerModel
{
    private const int Codes = 10;

    // The secret of the app goes with the form: it is hers only once she has shown a code of it
    private readonly IDataProtector _onderweg = sleutels.CreateProtector("beheer.koppelen");

    private long? _stap;

    public UitnodigingRow? Uitnodiging { get; private set; }
    public IReadOnlyList<string> Herstelcodes { get; private set; } = [];
    public string Naam { get; private set; } = "";
    public string Geheim { get; private set; } = "";
    public string Sleutel => _onderweg.Protect(Geheim);
    public string Adres => Totp.Adres(Geheim, Uitnodiging!.Email, Request.Host.Host);

    public async Task<IActionResult> OnGetAsync([FromRoute] string geheim, CancellationToken ct)
    {
        Uitnodiging = await uitnodigingen.VindAsync(geheim, ct);
        Geheim = Totp.NieuwGeheim();
        return Antwoord();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromRoute] string geheim,
        [FromForm] string? naam,
        [FromForm] string? wachtwoord,
        [FromForm] string? code,
        [FromForm] string? sleutel
    )
    {
        var ct = HttpContext.RequestAborted;
        Uitnodiging = await uitnodigingen.VindAsync(geheim, ct);
        (Naam, Geheim) = (naam?.Trim() ?? "", Uitgepakt(sleutel));
        if (Uitnodiging is null)
        {
            return Antwoord();
        }
        Fout = Bezwaar(wachtwoord ?? "", code?.Replace(" ", "", StringComparison.Ordinal) ?? "");
        if (Fout is not null)
        {
            return Antwoord();
        }
        var medewerker = new Medewerker
        {
            Naam = Naam,
            Wachtwoord = wachtwoorden.Hash(wachtwoord!),
            Stempel = Portal.Data.Beheer.Geheim.Nieuw(),
            Totp = aanmelding.Bescherm(Geheim),
            TotpStap = _stap!.Value,
        };
        var codes = Enumerable.Range(0, Codes).Select(_ => Portal.Data.Beheer.Geheim.Herstelcode()).ToList();
        if (await uitnodigingen.GebruikAsync(geheim, medewerker, codes, ct) is not { } id)
        {
            Uitnodiging = null;
            return Antwoord();
        }
        await aanmelding.BegroetAsync(HttpContext, id, medewerker.Email, new { met = "uitnodiging", medewerker.Rol });
        Herstelcodes = codes;
        return Page();
    }

    private string? Bezwaar(string wachtwoord, string code) =>
        Naam.Length is 0 or > 80 ? "Vul uw naam in, van ten hoogste 80 letters."
        : Wachtwoorden.Bezwaar(wachtwoord, Naam, Uitnodiging!.Email, Request.Host.Host) is { } bezwaar ? bezwaar
        : (_stap = Totp.Vind(Geheim, code, DateTimeOffset.UtcNow)) is null
            ? "De code klopt niet. Kijk in de app welke code er nu staat, en typ die over."
        : null;

    private PageResult Antwoord()
    {
        Response.StatusCode = Uitnodiging is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return Page();
    }

    // Another secret than ours cannot be slipped in; without one there is a new one to scan
    private string Uitgepakt(string? sleutel)
    {
        try
        {
            return sleutel is null ? Totp.NieuwGeheim() : _onderweg.Unprotect(sleutel);
        }
        catch (CryptographicException)
        {
            return Totp.NieuwGeheim();
        }
    }
}

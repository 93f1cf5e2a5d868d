using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Data.Beheer;

namespace Portal.Web.Beheer;

/// <summary>Passwords as ASP.NET Core Identity hashes them, and which are strong enough.</summary>
public sealed class Wachtwoorden
{
    public const int Kortste = 12;
    public const int Langste = 128;

    private const int Rondes = 210_000; // OWASP, PBKDF2 with SHA-512
    private const int GenoegVanVier = 3;

    private readonly PasswordHasher<Medewerker> _hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = Rondes })
    );
    private readonly string _niemands;

    public Wachtwoorden() => _niemands = Hash(Geheim.Nieuw());

    public string Hash(string wachtwoord) => _hasher.HashPassword(new(), wachtwoord);

    /// <summary>Takes as long for nobody as for somebody.</summary>
    public bool Klopt(Medewerker? medewerker, string wachtwoord)
    {
        var goed =
            wachtwoord.Length <= Langste
            && _hasher.VerifyHashedPassword(new(), medewerker?.Wachtwoord ?? _niemands, wachtwoord)
                != PasswordVerificationResult.Failed;
        return goed && medewerker is not null;
    }

    /// <returns>What is wrong with it, in Dutch; null: nothing.</returns>
    public static string? Bezwaar(string wachtwoord, string naam, string email, string portaal)
    {
        if (wachtwoord.Length is < Kortste or > Langste)
        {
            return $"Kies een wachtwoord van {Kortste} tot {Langste} tekens.";
        }
        string[] eigen = [naam, email, portaal, .. naam.Split(' '), .. email.Split('@', '.', '-')];
        return Zxcvbn.Zxcvbn.MatchPassword(wachtwoord, eigen.Where(w => w.Length > 2)).Score >= GenoegVanVier
            ? null
            : "Dit wachtwoord is te makkelijk te raden. Kies bijvoorbeeld vier woorden die niets met elkaar te maken "
                + "hebben.";
    }
}

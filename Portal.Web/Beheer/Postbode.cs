using System.Net;
using System.Net.Mail;

namespace Portal.Web.Beheer;

/// <summary>Where mail goes out, from Portal__Mail__Server and so on.</summary>
public sealed record Mailinstelling
{
    public string Server { get; init; } = "";
    public int Poort { get; init; } = 587;

    /// <summary>The address that mail is from.</summary>
    public string Van { get; init; } = "";
    public string? Gebruiker { get; init; }
    public string? Wachtwoord { get; init; }

    /// <summary>False only for a server on this machine.</summary>
    public bool Tls { get; init; } = true;
}

/// <summary>Mails an invitation; without a server the link is given to who invited.</summary>
public sealed class Postbode(Instellingen instellingen)
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(20);

    public bool Kan => instellingen.Mail is not null;

    /// <returns>False: it did not go.</returns>
    public async Task<bool> StuurAsync(string aan, string portaal, string link, CancellationToken ct)
    {
        if (instellingen.Mail is not { } mail)
        {
            return false;
        }
        using var brief = new MailMessage(mail.Van, aan)
        {
            Subject = $"Uw toegang tot beheer van {portaal}",
            Body =
                $"U bent uitgenodigd om te werken bij beheer van {portaal}.\n\n"
                + "Maak uw toegang met deze link. Hij werkt één "
                + $"keer, en twee dagen lang:\n{link}\n\nU hebt een telefoon nodig met een app voor inlogcodes.\n"
                + "Verwachtte u deze mail niet? Dan hoeft u niets te doen.\n",
        };
        using var server = new SmtpClient(mail.Server, mail.Poort) { EnableSsl = mail.Tls };
        if (mail.Gebruiker is not null)
        {
            server.Credentials = new NetworkCredential(mail.Gebruiker, mail.Wachtwoord);
        }
        try
        {
            using var genoeg = CancellationTokenSource.CreateLinkedTokenSource(ct);
            genoeg.CancelAfter(Geduld);
            await server.SendMailAsync(brief, genoeg.Token);
            return true;
        }
        catch (Exception fout) when (fout is SmtpException or IOException or OperationCanceledException)
        {
            return false;
        }
    }
}

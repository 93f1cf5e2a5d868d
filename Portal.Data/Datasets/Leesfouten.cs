using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Portal.Data.Datasets;

/// <summary>What goes wrong while a delivery is read or written, in a sentence for who delivered it.</summary>
public static partial class Leesfouten
{
    /// <returns>Null: it is no fault of the delivery.</returns>
    public static ImportFout? AlsZin(Exception fout, string bestand) =>
        fout switch
        {
            PostgresException database => new($"{bestand}: {Database(database)} Er is niets veranderd.", fout),
            RegexMatchTimeoutException => new(
                $"{bestand}: een van de teksten kost te veel tijd om na te kijken; hij lijkt daarvoor gemaakt. "
                    + "Er is niets veranderd.",
                fout
            ),
            _ => null,
        };

    /// <summary>
    /// Of an error of PostgreSQL what the operator can do something with; its own words may quote a row.
    /// </summary>
    public static string Database(PostgresException fout)
    {
        var rij = Regelnummer().Match(fout.Where ?? "") is { Success: true } m
            ? $" (rij {int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)} van wat werd bewaard)"
            : "";
        return fout.SqlState switch
        {
            "22021" or "22P05" => $"er staat een teken in dat geen letter is{rij}.",
            "22001" => $"een tekst is te lang{rij}.",
            "54000" => $"een tekst is te lang om op te kunnen zoeken{rij}.",
            "22003" => $"een getal is te groot{rij}.",
            "22007" or "22008" => $"een datum bestaat niet{rij}.",
            "23505" => $"twee rijen hebben dezelfde sleutel{rij}.",
            "23502" => $"een waarde ontbreekt die verplicht is ({fout.ColumnName}){rij}.",
            "23514" => $"een waarde mag zo niet ({fout.ConstraintName}){rij}.",
            "22023" or "XX000" => $"een vorm (geometrie) is niet te lezen{rij}.",
            "42501" => "de login van imports mag dit niet. Draai eerst: portal migrate; blijft het zo, zie dan "
                + "docs/beheer.md bij PORTAL_DB_IMPORT.",
            "53100" => "de schijf van de database is vol.",
            "53300" => "de database heeft geen verbinding vrij; probeer het over een minuut opnieuw.",
            "55P03" => "een ander houdt de tabel bezet; probeer het over een paar minuten opnieuw.",
            "57014" => "het duurde te lang en is afgebroken.",
            "57P01" or "57P02" or "57P03" => "de database werd gestopt; probeer het opnieuw.",
            "42P01" => "de database is niet bij. Draai eerst: portal migrate.",
            _ => $"de database neemt dit niet aan (code {fout.SqlState}){rij}.",
        };
    }

    [GeneratedRegex(@", line ([0-9]{1,9})")]
    private static partial Regex Regelnummer();
}

using System.Globalization;

namespace Portal.Data.Ogc;

/// <summary>Something that can be compared: a column or a value.</summary>
/// <param name="Sql">Null: a text between quotes, of which the other side says what it is.</param>
internal sealed record Cql2Waarde(KiesveldSoort Soort, string? Sql, string Tekst, int Plek);

/// <summary>Comparisons of columns and values.</summary>
internal static class Cql2Vergelijking
{
    private const int LangstePatroon = 200;

    private static readonly string[] Operatoren = ["=", "<>", "<=", ">=", "<", ">"];

    public static string Lees(Cql2Lezer lezer)
    {
        var begin = lezer.Nu;
        var links = Waarde(lezer);
        if (begin.Is("TRUE") || begin.Is("FALSE"))
        {
            if (!Operatoren.Contains(lezer.Nu.Tekst))
            {
                return links.Sql!;
            }
        }
        if (lezer.Nu.Soort == Cql2Soort.Teken && Operatoren.Contains(lezer.Nu.Tekst))
        {
            var operatie = lezer.Neem().Tekst;
            var rechts = Waarde(lezer);
            var soort = Zelfde(links, rechts);
            return $"{Sql(lezer, links, soort)} {operatie} {Sql(lezer, rechts, soort)}";
        }
        if (lezer.Neem("IS"))
        {
            var niet = lezer.Neem("NOT") ? "not " : "";
            lezer.Eis("NULL");
            return $"{Sql(lezer, links, links.Soort)} is {niet}null";
        }
        var ontkend = lezer.Neem("NOT") ? "not " : "";
        return lezer.Neem("LIKE") ? Lijkt(lezer, links, ontkend)
            : lezer.Neem("BETWEEN") ? Tussen(lezer, links, ontkend)
            : lezer.Neem("IN") ? In(lezer, links, ontkend)
            : throw lezer.Fout($"hier hoort =, <>, <, >, <=, >=, LIKE, BETWEEN, IN of IS NULL{lezer.Gevonden}.");
    }

    private static string Lijkt(Cql2Lezer lezer, Cql2Waarde links, string niet)
    {
        if (links.Soort != KiesveldSoort.Tekst)
        {
            throw new Cql2Fout(links.Plek, "LIKE kan alleen bij een tekst.");
        }
        var rechts = Waarde(lezer);
        if (rechts.Soort != KiesveldSoort.Tekst || rechts.Tekst.Length == 0)
        {
            throw new Cql2Fout(rechts.Plek, "achter LIKE hoort een tekst tussen aanhalingstekens, als 'Park%'.");
        }
        if (rechts.Tekst.Length > LangstePatroon)
        {
            throw new Cql2Fout(rechts.Plek, $"de tekst achter LIKE is langer dan {LangstePatroon} tekens.");
        }
        return $"{Sql(lezer, links, KiesveldSoort.Tekst)} {niet}like {Sql(lezer, rechts, KiesveldSoort.Tekst)}";
    }

    private static string Tussen(Cql2Lezer lezer, Cql2Waarde links, string niet)
    {
        if (links.Soort is not (KiesveldSoort.Getal or KiesveldSoort.Dag))
        {
            throw new Cql2Fout(links.Plek, "BETWEEN kan alleen bij een getal of een datum.");
        }
        var van = Waarde(lezer);
        lezer.Eis("AND");
        var tot = Waarde(lezer);
        var (s, t) = (Zelfde(links, van), Zelfde(links, tot));
        return $"{links.Sql} {niet}between {Sql(lezer, van, s)} and {Sql(lezer, tot, t)}";
    }

    private static string In(Cql2Lezer lezer, Cql2Waarde links, string niet)
    {
        lezer.Eis("(");
        var waarden = new List<string>();
        do
        {
            var waarde = Waarde(lezer);
            waarden.Add(Sql(lezer, waarde, Zelfde(links, waarde)));
        } while (lezer.Neem(","));
        lezer.Eis(")");
        return $"{Sql(lezer, links, links.Soort)} {niet}in ({string.Join(", ", waarden)})";
    }

    private static Cql2Waarde Waarde(Cql2Lezer lezer, int diepte = 0)
    {
        var woord = lezer.Nu;
        if (woord.Is("CASEI"))
        {
            lezer.Neem();
            lezer.Eis("(");
            var binnen = diepte < Cql2.Diepste ? Waarde(lezer, diepte + 1) : throw Cql2.TeDiep(lezer);
            lezer.Eis(")");
            return binnen.Soort == KiesveldSoort.Tekst
                ? new(
                    KiesveldSoort.Tekst,
                    $"lower({Sql(lezer, binnen, KiesveldSoort.Tekst)})",
                    binnen.Tekst,
                    woord.Plek
                )
                : throw new Cql2Fout(woord.Plek, "CASEI kan alleen om een tekst.");
        }
        if (woord.Is("TRUE") || woord.Is("FALSE"))
        {
            return new(KiesveldSoort.JaNee, lezer.Neem().Is("TRUE") ? "true" : "false", "", woord.Plek);
        }
        if (Cql2Tijd.IsDag(lezer))
        {
            return new(KiesveldSoort.Dag, lezer.Parameter(Cql2Tijd.Dag(lezer)), "", woord.Plek);
        }
        return woord.Soort switch
        {
            Cql2Soort.Tekst => new(KiesveldSoort.Tekst, null, lezer.Neem().Tekst, woord.Plek),
            Cql2Soort.Getal => new(KiesveldSoort.Getal, lezer.Parameter(Getal(lezer.Neem().Tekst)), "", woord.Plek),
            Cql2Soort.Naam or Cql2Soort.Aanhaling when !lezer.Straks.Is("(") => Van(lezer.Kolom(), woord.Plek),
            Cql2Soort.Naam => throw new Cql2Fout(woord.Plek, $"'{woord.Tekst}' kennen we niet."),
            _ => throw new Cql2Fout(woord.Plek, $"hier hoort een kolom of een waarde{lezer.Gevonden}."),
        };
    }

    private static Cql2Waarde Van(Kiesveld kolom, int plek) => new(kolom.Soort, kolom.Sql, kolom.Naam, plek);

    private static decimal Getal(string tekst) =>
        decimal.Parse(tekst, NumberStyles.Float, CultureInfo.InvariantCulture);

    // A text between quotes may be the date of the other side
    private static KiesveldSoort Zelfde(Cql2Waarde links, Cql2Waarde rechts)
    {
        var soort = links.Sql is null ? rechts.Soort : links.Soort;
        return
            soort != KiesveldSoort.Vorm
            && (links.Sql is null || links.Soort == soort)
            && (rechts.Sql is null || rechts.Soort == soort)
            ? soort
            : throw new Cql2Fout(
                rechts.Plek,
                $"{Woord(links.Soort)} en {Woord(rechts.Soort)} kunnen niet worden vergeleken."
            );
    }

    private static string Sql(Cql2Lezer lezer, Cql2Waarde waarde, KiesveldSoort soort) =>
        waarde.Sql
        ?? soort switch
        {
            KiesveldSoort.Tekst => lezer.Parameter(waarde.Tekst) + "::text",
            KiesveldSoort.Dag => lezer.Parameter(Cql2Tijd.Dag(waarde.Tekst, waarde.Plek)),
            _ => throw new Cql2Fout(
                waarde.Plek,
                $"hier hoort {Woord(soort)}, niet de tekst '{waarde.Tekst}'. Laat de aanhalingstekens weg."
            ),
        };

    internal static string Woord(KiesveldSoort soort) =>
        soort switch
        {
            KiesveldSoort.Getal => "een getal",
            KiesveldSoort.JaNee => "TRUE of FALSE",
            KiesveldSoort.Dag => "een datum",
            KiesveldSoort.Vorm => "een vorm op de kaart",
            _ => "een tekst",
        };
}

using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Iv3;
using Portal.Web.Components;

namespace Portal.Web.Pages.Iv3;

/// <summary>What is drawn, and how a size class reads.</summary>
public sealed partial class IndexModel
{
    public IReadOnlyList<Stip> Stippen =>
        [
            .. PerInwoner.Select(p => new Stip(
                p.Gemeente,
                p.Bedrag,
                p.Grootteklasse is not null && p.Grootteklasse == Eigen?.Grootteklasse,
                Naast.Contains(p.Gemeente)
            )),
        ];

    public IReadOnlyList<Merkstip> Merken(string klasse, string alle) =>
        [
            .. new[]
            {
                (Tekst: klasse, Rij: Verdeling(Taakveld, true), Soort: "klasse"),
                (Tekst: alle, Rij: Verdeling(Taakveld, false), Soort: "alle"),
            }
                .Where(m => m.Rij is not null)
                .Select(m => new Merkstip($"{m.Tekst}: {Opmaak.Euro(m.Rij!.Mediaan)}", m.Rij.Mediaan, m.Soort)),
        ];

    /// <summary>The taakvelden together as the nine that a reader knows; what is no spending stays apart.</summary>
    public IReadOnlyList<Staaf> PerOnderwerp => OnderwerpStaven(Geteld, code => $"{Met(code)}#taak");

    public static IReadOnlyList<Staaf> OnderwerpStaven(
        IEnumerable<TaakveldRow> taakvelden,
        Func<string, string> adres
    ) =>
        [
            .. taakvelden
                .Where(t => t.Lasten is not null && !TaakveldLijst.Buiten.Contains(t.Code))
                .GroupBy(t => t.Code[..1])
                .Select(g => new Staaf(
                    Taal.Zin(TaakveldLijst.Hoofd.GetValueOrDefault(g.Key, g.Key)),
                    g.Sum(t => t.Lasten!.Value),
                    Url: adres(g.Key),
                    Teken: Programmateken.Van(TaakveldLijst.Hoofd.GetValueOrDefault(g.Key))
                ))
                .OrderByDescending(s => s.Bedrag),
        ];

    /// <summary>"20000tot50000inwoners", as CBS writes it, for a reader.</summary>
    public static string Klasse(string? klasse) =>
        klasse is null
            ? ""
            : Delen()
                .Replace(
                    klasse.Replace("minderdan", Taal.Zin("minder dan {0}", ""), StringComparison.Ordinal),
                    m =>
                        m.Value switch
                        {
                            "tot" => Taal.Zin("{0} tot {1}", "", ""),
                            "inwoners" => Taal.Zin("{0} inwoners", ""),
                            "ofmeer" => Taal.Zin(" of meer"),
                            _ => Opmaak.Getal(long.Parse(m.Value, CultureInfo.InvariantCulture)),
                        }
                );

    [GeneratedRegex("[0-9]{1,15}|tot|inwoners|ofmeer")]
    private static partial Regex Delen();
}

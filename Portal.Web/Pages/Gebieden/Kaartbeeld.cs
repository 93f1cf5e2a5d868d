using System.Net;
using System.Text;
using Portal.Data.Gebieden;
using Portal.Web.Components;

namespace Portal.Web.Pages.Gebieden;

/// <summary>
/// The small map of an area as a picture of its own, for who links to the page: with its colours inside.
/// </summary>
public static class Kaartbeeld
{
    private const int Rand = 60; // for the name above the map

    public static string Svg(IReadOnlyList<KaartVlak> vlakken, string naam)
    {
        var hoogte = Components.Svg.Maat(Rand + vlakken.Select(v => v.Hoogte).DefaultIfEmpty(0).Max());
        var svg = new StringBuilder(
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {KaartjeQueries.Breedte} {hoogte}" width="1200"><rect width="100%" height="100%" fill="#fff"/><text x="12" y="40" font-family="sans-serif" font-weight="700" font-size="28" fill="#10202b">{WebUtility.HtmlEncode(naam)}</text><g transform="translate(0 {Rand})" stroke="#fff">"""
        );
        foreach (var vlak in vlakken.Where(v => v.Soort != "rand"))
        {
            var kleur = vlak.Zelf || vlakken.All(v => !v.Zelf) ? "#00617f" : "#e3e9ec";
            svg.Append("<path d=\"").Append(vlak.Pad).Append("\" fill=\"").Append(kleur).Append("\"/>");
        }
        return svg.Append("</g></svg>").ToString();
    }
}

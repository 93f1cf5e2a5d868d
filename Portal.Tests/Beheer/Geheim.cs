using System.Text;
using System.Text.RegularExpressions;
using Portal.Tests.Lagen;

namespace Portal.Tests.Beheer;

/// <summary>A delivery of a kind, with a word or number that stands nowhere else.</summary>
/// <param name="Toont">A pattern of it, for who searches.</param>
internal sealed record Geheim(
    string Soort,
    string Bestand,
    byte[] Inhoud,
    string Toont,
    params (string Naam, string Waarde)[] Velden
)
{
    public const string Woord = "verborgenplek";

    private const string Kop = "id;titel;x;y";

    private const string SesKop =
        "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";"
        + "\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\"\n";

    private const string Iv3Kop =
        "Gemeenten;Taakveld;L1.1 Salarissen en sociale lasten;Baten;Lasten;Provincie;Gemeentegrootte;Stedelijkheid;"
        + "Inwonertal\n";

    public bool Staat(string tekst) => Regex.IsMatch(tekst, $"(?<![0-9.]){Toont}(?![0-9])", RegexOptions.IgnoreCase);

    /// <summary>Of every kind that staff can hand over; the areas last, for the others rest on those of now.</summary>
    public static IReadOnlyList<Geheim> VanElkeSoort(ITestDatabase database)
    {
        var map = Geomaker.Map(database);
        return
        [
            Tabel(
                "begroting",
                "geld",
                "id;boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n"
                    + $"rij-1;2063;realisatie;Sport en recreatie;L;AA01;direct_adres;{Woord}geld;5,00\n"
            ),
            Tabel(
                "metingen",
                "cijfer",
                "indicator;naam;definitie;eenheid;optelbaar;gebiedscode;jaar;waarde\n"
                    + $"geheim;{Woord}cijfer;Aantal.;kasten;ja;AA01;2024;7\n",
                ("dataset", "geheimcijfers")
            ),
            Tabel(
                "vergunningen",
                "vergunning",
                $"{Kop};soort;fase\nrij-1;{Woord}vergunning;121015;487050;kap;verleend\n",
                Als("verg")
            ),
            Tabel(
                "bekendmakingen",
                "bericht",
                $"{Kop};soort;fase;publicatiedatum\n"
                    + $"rij-1;{Woord}bericht;121015;487050;kap;verleend;{DateTime.UtcNow:yyyy-MM-dd}\n",
                Als("bek")
            ),
            Tabel(
                "initiatieven",
                "plan",
                $"{Kop};status;jaar\nrij-1;{Woord}plan;121015;487050;gekozen;2026\n",
                Als("plan")
            ),
            Tabel(
                "gebiedslabels",
                "label",
                $"id;titel;gebiedscode;label;van;reden\nrij-1;{Woord}label;AA01;focusgebied;2026-01-01;Reden\n",
                Als("label")
            ),
            new("laag", "a.geojson", Bytes(Aanlevering.Punten($"{Woord}laag")), $"{Woord}laag", Als("laag")),
            new("laag", "p.gpkg", Pakket(map), $"{Woord}pakket", Als("pakket")),
            new("laag", "s.zip", Shapefile(map), $"{Woord}vorm", Als("vorm")),
            Tabel("namen", "naam", $"naam;gebiedscode;reden\n{Woord}naam;AA01;\n"),
            Tabel(
                "sleutel",
                "sleutel",
                "code;gewicht\nAA01;3\nAB01;1\n",
                ("naam", "lantaarns"),
                ("jaar", "2024"),
                ("bron", $"{Woord}sleutel")
            ),
            Tabel(
                "inwoners",
                "telling",
                "code;inwoners\nAA01;76543\n",
                ("jaar", "2025"),
                ("bron", $"{Woord}telling")
            ) with
            {
                Toont = @"76[.]?543",
            },
            Tabel("ses", "ses", $"{SesKop}\"2019\";\"Molenwijk\";\"WK999800  \";\"  -0.8765\"\n") with
            {
                Toont = "0[.,]8765",
            },
            new(
                "iv3",
                "iv3_2063_jaarrekening.csv",
                Bytes($"{Iv3Kop}{Woord}gemeente;5.7 Groen;;;12.5;Utrecht;minderdan5000inwoners;;1000\n"),
                $"{Woord}gemeente"
            ),
            new(
                "gebieden",
                "anders.geojson",
                Bytes(Dorp.GeoJson(Dorp.Buurten.Select(b => b with { Naam = $"{Woord}buurt {b.Code}" }))),
                $"{Woord}buurt",
                ("indeling", "2024"),
                ("naam", "Dorp")
            ),
            new(
                "gebieden",
                "nieuw.geojson",
                Bytes(
                    Dorp.GeoJson(
                        Dorp.Buurten.Select(b =>
                            b with
                            {
                                Code = (b.Code[0] == 'A' ? "Z" : "Y") + b.Code[1..],
                                Naam = $"{Woord}streek",
                            }
                        )
                    )
                ),
                $"{Woord}streek",
                ("indeling", "2025"),
                ("naam", "Dorp")
            ),
        ];
    }

    private static Geheim Tabel(
        string soort,
        string einde,
        string inhoud,
        params (string Naam, string Waarde)[] velden
    ) => new(soort, "a.csv", Bytes(inhoud), $"{Woord}{einde}", velden);

    private static (string, string)[] Als(string code) => [("dataset", $"geheim-{code}"), ("titel", $"{Woord} {code}")];

    private static byte[] Pakket(string map) =>
        File.ReadAllBytes(Geomaker.Maak(map, "p.gpkg", Aanlevering.Punten($"{Woord}pakket"), "-a_srs", "EPSG:28992"));

    private static byte[] Shapefile(string map)
    {
        var shp = Geomaker.Maak(map, "s.shp", Aanlevering.Punten($"{Woord}vorm"), "-a_srs", "EPSG:28992");
        return File.ReadAllBytes(Geomaker.Zip(map, "s.zip", Geomaker.Delen(shp, "")));
    }

    private static byte[] Bytes(string tekst) => Encoding.UTF8.GetBytes(tekst);
}

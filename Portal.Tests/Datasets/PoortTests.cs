using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Bench;
using Portal.Data;
using Portal.Data.Datasets;
using Xunit;

namespace Portal.Tests.Datasets;

/// <summary>
/// Whatever went wrong with a file on its way: it is loaded or refused in a sentence. FsCheck chooses the files;
/// bench/poort does it ten thousand times with real ones.
/// </summary>
public sealed class PoortTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Posten =
        "id;boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag;peildatum\n"
        + "a1;2040;begroting;Welzijn en zorg;L;AA01;direct_adres;Plein;1.234,56;31-12-2040\n"
        + "a2;2040;begroting;Welzijn en zorg;B;;stadsbreed;Café;-10,00;\n";

    private static readonly Zaad[] Zaden =
    [
        Zaad("begroting", "posten.csv", Posten),
        new("begroting", "posten-1252.csv", Encoding.Latin1.GetBytes(Posten), Keuzes.Geen),
        Zaad(
            "subsidies",
            "register.csv",
            "Dossiernummer;Aanvrager;Regelingnaam;Beleidsterrein;Organisatieonderdeel;Projectnaam;"
                + "Bedragaangevraagd;Bedragverleend;Bedragvastgesteld;Publicatiedatumverleningsbesluit\n"
                + "2040/001;Stichting De Molen;Regeling;Welzijn;Stadsdeel Oudzijde;Buurtfeest;1.000,00;900,50;;"
                + "05-11-2040\n"
        ),
        Zaad("gebieden", "buurten.geojson", DorpFixture.Buurten, ("indeling", "2020")),
        Zaad("inwoners", "inwoners.csv", "code;inwoners;huishoudens\nAA01;1.200;500\nAA02;;\n", ("jaar", "2020")),
        Zaad(
            "laag",
            "bankjes.geojson",
            """{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"properties":{"naam":"Bank","aantal":3,"datum":"2020-11-05","ok":true,"lijst":[1,{"a":null}]},"geometry":{"type":"Point","coordinates":[4.9,52.37]}},{"type":"Feature","properties":{"naam":"Tafel"},"geometry":null}]}""",
            ("dataset", "bankjes"),
            ("titel", "Bankjes")
        ),
        Zaad(
            "vergunningen",
            "vergunningen.csv",
            "id;titel;soort;fase;adres;aangevraagd_op;x;y\n1;Dakkapel;bouw;verleend;Dorpsstraat 1;05-11-2023;"
                + "121050;487050\n"
        ),
        Zaad(
            "iv3",
            "iv3_2024_begroting.csv",
            "Gemeenten;Taakveld;Baten;Lasten;Provincie;Gemeentegrootte;Inwonertal\n"
                + "Ergens;5.7 Openbaar groen;1,5;2;Flevoland;minderdan5000inwoners;4000\n"
        ),
        Zaad(
            "iv3",
            "iv3.json",
            """{"metadata":{"overheidslaag":"Gemeente","overheidsnummer":"9998","overheidsnaam":"Dorp","boekjaar":2024,"periode":0,"status":"Begroting"},"data":{"lasten":[{"taakveld":"5.7","categorie":"3.8","bedrag":30.5}],"baten":[]}}""",
            ("eenheid", "euro")
        ),
        Zaad(
            "buurtbudget",
            "plannen.pb",
            "META\nkey;value\ndescription;Dorp Begroot\nsubunit;Oudzijde\ninstance;2022\nPROJECTS\n"
                + "project_id;cost;votes;name;category;selected\n1;14900;62;Groene daken;Groen;1\nVOTES\n"
                + "voter_id;age;vote\nPiet;44;1,2\n"
        ),
        Zaad(
            "metingen",
            "metingen.csv",
            "indicator;naam;definitie;eenheid;gebiedscode;jaar;waarde\ngroen;Groen;Deel groen;%;AA01;2024;12,5\n"
        ),
        Zaad("namen", "namen.csv", "naam;gebiedscode;reden;stadsdeel\nDe Molen;AA01;;\nPlein;;te gewoon;\n"),
    ];

    [Fact]
    public void What_went_wrong_on_its_way_is_loaded_or_refused_in_a_sentence() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ListOf(20).ToArbitrary(),
                getallen => Assert.Empty(Uitslag(Zaden, getallen).Kapot)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    private PoortUitslag Uitslag(IReadOnlyList<Zaad> zaden, IEnumerable<int> getallen) =>
        Poort.DraaiAsync(dorp.Schrijver, dorp.Archief, zaden, getallen).GetAwaiter().GetResult();

    private static Zaad Zaad(string soort, string naam, string inhoud, params (string Naam, string Waarde)[] opties) =>
        new(soort, naam, Encoding.UTF8.GetBytes(inhoud), new Keuzes(opties.ToDictionary(o => o.Naam, o => o.Waarde)));
}

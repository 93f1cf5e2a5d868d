using Dapper;
using Portal.Data;
using Portal.Data.Gebieden;
using Portal.Data.Ophalen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Ophalen;

/// <summary>One command fills an empty portal; what fails is said, and again is safe.</summary>
public sealed class VullerTests : Bronproef
{
    private static void AllesKwam(IReadOnlyList<Verslag> verslagen) =>
        Assert.All(
            verslagen,
            v =>
                Assert.True(
                    v.Afloop is Afloop.Nieuw or Afloop.Gelijk,
                    $"{v.Bron.Code}: {string.Join(' ', v.Meldingen)}"
                )
        );

    [Fact]
    public async Task An_empty_portal_is_filled_and_once_more_changes_nothing()
    {
        Gemeente.Pdok.Pagina = 3;
        Gemeente.Cbs.Pagina = Gemeente.Derden.Pagina = 5;

        var verslagen = await VulAsync();

        AllesKwam(verslagen);
        Assert.Equal(Bronnen.Count, verslagen.Count);
        Assert.Equal(
            ["buurt 6", "stad 1", "wijk 3"],
            await LijstAsync<string>("select soort || ' ' || count(*) from gebied_nu group by soort order by soort")
        );
        Assert.Equal("Nieuwstad", await VraagAsync<string>("select naam from gebied_nu where soort = 'stad'"));
        Assert.Equal(3, await VraagAsync<long>("select count(*) from dataset where code like 'inwoners-%'"));
        Assert.Equal(
            40,
            await VraagAsync<long>("select count(*) from bekendmaking_nu where dataset = 'officiele-bekendmakingen'")
                + Koop.Records.Count(r => !r.InGemeenteblad)
        );
        Assert.Equal(
            ["basisscholen 2", "kinderopvang 2", "middelbare-scholen 2", "parken-en-sport 2", "straten 2"],
            await LijstAsync<string>(
                "select dataset || ' ' || count(*) from laagobject_nu group by dataset order by dataset"
            )
        );
        var versies = await VraagAsync<long>("select count(*) from versie");

        var nogmaals = await VulAsync();

        Assert.All(nogmaals, v => Assert.Equal(Afloop.Gelijk, v.Afloop));
        Assert.Equal(versies, await VraagAsync<long>("select count(*) from versie"));
    }

    [Fact]
    public async Task Figures_are_those_of_the_source_through_padding_drift_and_sentinels()
    {
        Gemeente.Cbs.FiltertNiet = true; // what is of others is left out by us
        AllesKwam(await VulAsync(codes: ["cbs-gebieden", "cbs-kerncijfers"]));

        var (eerste, tweede) = (Gemeente.Buurten[0], Gemeente.Buurten[1]);
        foreach (var jaar in new[] { 2023, 2024, 2025 })
        {
            Assert.Equal(Nepgemeente.Inwoners(tweede, jaar), await CijferAsync("inwoners", tweede, jaar));
            Assert.Equal(
                Gemeente.Buurten.Sum(b => Nepgemeente.Inwoners(b, jaar)),
                await CijferAsync("inwoners", Nepgemeente.Code, jaar)
            );
            Assert.Equal(
                Nepgemeente.Inwoners(tweede, jaar) / 2,
                await VraagAsync<int>($"select huishoudens from inwoners_nu where code = '{tweede}' and jaar = {jaar}")
            );
        }
        Assert.Equal(300_000, await CijferAsync("woz-waarde", tweede, 2025));
        Assert.Equal(301_000, await CijferAsync("woz-waarde", tweede, 2024));
        Assert.Null(await CijferAsync("woz-waarde", eerste, 2025)); // null in the source
        Assert.Null(await CijferAsync("koopwoningen", tweede, 2025)); // -99997
        Assert.Equal(60, await CijferAsync("koopwoningen", eerste, 2025));
        Assert.Equal(
            [2023, 2024], // of 2025 nobody's income is known: that is no year of it
            await LijstAsync<int>(
                "select distinct jaar::int from meting_nu where indicator = 'inkomen-per-inwoner' order by 1"
            )
        );
        Assert.Equal(
            10,
            await VraagAsync<long>("select count(distinct code) from meting_nu where indicator = 'inwoners'")
        );
        Assert.Equal(
            ("CBS", "CC BY 4.0", "jaar"),
            await VraagAsync<(string, string, string)>(
                "select eigenaar, licentie, ritme from dataset where code = 'cbs-kerncijfers'"
            )
        );
    }

    [Fact]
    public async Task Iv3_counts_leaves_of_the_corrected_delivery_only()
    {
        AllesKwam(await VulAsync(codes: ["cbs-gebieden", "cbs-kerncijfers", "cbs-iv3"]));

        Assert.Equal(
            [
                "2026 begroting",
                "2025 begroting",
                "2025 realisatie",
                "2024 begroting",
                "2024 realisatie",
                "2023 begroting",
                "2023 realisatie",
            ],
            await LijstAsync<string>("select distinct jaar || ' ' || fase from iv3_nu order by 1 desc")
                .ContinueWith(
                    t => t.Result.OrderByDescending(r => r[..4]).ThenBy(r => r[5..]).ToList(),
                    TaskScheduler.Default
                )
        );
        Assert.Equal(
            [
                "0.1 L 110000.00",
                "0.1 B 11000.00",
                "0.10 L 550000.00",
                "6.21 L 110000.00",
                "6.22 L 220000.00",
                "8.3 L 440000.00",
            ],
            await LijstAsync<string>(
                """
                select taakveld || ' ' || bl || ' ' || sum(bedrag) from iv3_nu where jaar = 2024 and fase = 'realisatie'
                group by taakveld, bl order by taakveld collate "C", bl desc
                """
            )
        );
        Assert.Equal(
            ["4.3.1", "4.3.2"],
            await LijstAsync<string>(
                "select categorie from iv3_nu where jaar = 2024 and fase = 'realisatie' and taakveld = '8.3' order by 1"
            )
        );
        Assert.Equal(0, await VraagAsync<long>("select count(*) from iv3_nu where gemeente <> 'Nieuwstad'"));
    }

    [Fact]
    public async Task Crimes_are_of_areas_and_a_year_without_all_its_months_has_no_figure()
    {
        AllesKwam(await VulAsync(codes: ["cbs-gebieden", "cbs-misdrijven"]));
        var jaar = DateTime.UtcNow.Year - 1;

        Assert.Equal(120, await CijferAsync("misdrijven", Gemeente.Buurten[2], jaar));
        Assert.Equal(120, await CijferAsync("misdrijven", Gemeente.Buurten[1], jaar)); // not twice, with its year
        Assert.Null(await CijferAsync("misdrijven", Gemeente.Buurten[0], jaar));
        Assert.Equal(12, await CijferAsync("woninginbraken", Gemeente.Buurten[2], jaar));
        Assert.Null(await CijferAsync("woninginbraken", Gemeente.Buurten[1], jaar)); // one: so few could point at somebody
        Assert.True(
            await VraagAsync<bool>(
                "select onderdrukt from meting_nu where indicator = 'woninginbraken' "
                    + $"and code = '{Gemeente.Buurten[1]}'"
            )
        );
        Assert.Equal(0, await VraagAsync<long>("select count(*) from laagobject"));
    }

    [Fact]
    public async Task A_street_in_pieces_is_one_line_per_town_and_lies_in_its_buurt()
    {
        AllesKwam(await VulAsync(codes: ["cbs-gebieden", "straten"]));

        Assert.Equal(
            ["Lange Laan, Nieuwdorp|Lange Laan|1|BU90010201", "Lange Laan, Nieuwstad|Lange Laan|2|BU90010101"],
            await LijstAsync<string>(
                "select sleutel || '|' || titel || '|' || ST_NumGeometries(geom) || '|' || gebied_code "
                    + "from laagobject_nu where dataset = 'straten' order by sleutel"
            )
        );

        var gevraagd = Assert.Single(Nep.Gevraagd, v => v.Contains("wegvakken", StringComparison.Ordinal));
        Assert.Contains("gme_naam=Nieuwstad", gevraagd, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_gives_institutions_with_their_place_and_nobody_at_home()
    {
        Gemeente.Pdok.Adressen.Remove("9001AB");
        AllesKwam(
            await VulAsync(codes: ["cbs-gebieden", "basisscholen", "kinderopvang", "parken-en-sport", "leefbaarometer"])
        );

        Assert.Equal(
            ["De Bij|kinderdagverblijf|BU90010201", "De Bij BSO|buitenschoolse opvang|BU90010201"],
            await LijstAsync<string>(
                "select titel || '|' || (kenmerken ->> 'soort') || '|' || gebied_code from laagobject_nu "
                    + "where dataset = 'kinderopvang' order by titel"
            )
        );
        Assert.Equal(
            ["De Linde, locatie Zuid|", "De Regenboog|BU90010101"],
            await LijstAsync<string>(
                "select titel || '|' || coalesce(gebied_code, '') from laagobject_nu "
                    + "where dataset = 'basisscholen' order by titel"
            )
        );
        Assert.Equal(
            ["Stadspark", "Zonder naam"],
            await LijstAsync<string>("select titel from laagobject_nu where dataset = 'parken-en-sport' order by titel")
        );
        Assert.Equal(6, await CijferAsync("leefbaarheid", Gemeente.Buurten[0], 2024));
        var alles =
            string.Concat(await LijstAsync<string>("select titel || kenmerken::text from laagobject"))
            + string.Concat(Directory.GetFiles(Database.Archief).Select(File.ReadAllText));
        Assert.DoesNotContain("Jansen", alles, StringComparison.Ordinal);
        Assert.DoesNotContain("Sanne", alles, StringComparison.Ordinal);
        Assert.DoesNotContain("0301234567", alles, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_is_said_and_the_rest_goes_on_and_later_comes_what_lacked()
    {
        Nep.Stoor("opendata.cbs.nl", "altijd:druk");
        Nep.Stoor(NepRegisters.Lrk, "altijd:afgebroken");

        var verslagen = await VulAsync();

        Assert.Equal(
            ["cbs-kerncijfers", "kinderopvang"],
            verslagen.Where(v => v.Afloop == Afloop.Mislukt).Select(v => v.Bron.Code)
        );
        Assert.Contains(
            "Aborted by",
            verslagen.Single(v => v.Bron.Code == "kinderopvang").Meldingen[0],
            StringComparison.Ordinal
        );
        Nep.Herstel("opendata.cbs.nl");
        Nep.Herstel(NepRegisters.Lrk);

        verslagen = await VulAsync(null);

        Assert.Equal(
            ["cbs-kerncijfers", "kinderopvang"],
            verslagen.Where(v => v.Afloop == Afloop.Nieuw).Select(v => v.Bron.Code)
        );

        Nep.Stoor(NepRegisters.Lrk, "altijd:druk"); // the board of sources says so, and what there was stays
        await VulAsync(null, codes: ["kinderopvang"]);
        Assert.Equal(
            ["kinderopvang"],
            await LijstAsync<string>(
                "select d.code from mislukking m join dataset d on d.id = m.dataset_id "
                    + "where m.mislukt_op > d.nagekeken_op"
            )
        );
        Assert.Equal(2, await VraagAsync<long>("select count(*) from laagobject_nu where dataset = 'kinderopvang'"));
    }

    [Fact]
    public async Task Without_areas_nothing_else_is_tried()
    {
        Nep.Stoor("api.pdok.nl", "goed", "altijd:kapot"); // the first is the question what it is called

        var verslagen = await VulAsync();

        Assert.Equal(Afloop.Mislukt, verslagen[0].Afloop);
        Assert.All(verslagen.Skip(1), v => Assert.Equal(Afloop.Overgeslagen, v.Afloop));
        Assert.Equal(0, await VraagAsync<long>("select count(*) from versie where status = 'gepubliceerd'"));
    }

    [Fact]
    public async Task Far_fewer_rows_leave_what_was_there_and_say_so()
    {
        AllesKwam(await VulAsync(codes: ["cbs-gebieden", "cbs-misdrijven"]));
        var tabel = Gemeente.Derden.Tabellen["47022NED"];
        Gemeente.Derden.Tabellen["47022NED"] = tabel with
        {
            Rijen = [.. tabel.Rijen.Where(r => ((string)r["WijkenEnBuurten"]!).Trim() == Gemeente.Buurten[2])],
            Gewijzigd = "2026-11-01T02:00:00",
        };

        var verslag = (await VulAsync(codes: ["cbs-misdrijven"]))[0];

        Assert.Equal(Afloop.Mislukt, verslag.Afloop);
        Assert.Contains("meer dan 20 % minder", verslag.Meldingen[0], StringComparison.Ordinal);
        Assert.NotNull(await CijferAsync("misdrijven", Nepgemeente.Code, DateTime.UtcNow.Year - 1));
    }

    [Fact]
    public async Task A_source_that_gives_less_than_it_says_to_have_is_not_believed()
    {
        Gemeente.Pdok.Tekort = 2;

        var verslag = (await VulAsync("GM9001", codes: ["cbs-gebieden"]))[0];

        Assert.Contains("minder rijen dan zij zegt", verslag.Meldingen[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_with_wijken_only()
    {
        Gemeente = new(metBuurten: false);
        Vul();

        AllesKwam(
            await VulAsync(
                "gm9001",
                codes: ["cbs-gebieden", "cbs-kerncijfers", "parken-en-sport", "koop-bekendmakingen"]
            )
        );

        Assert.Equal(
            ["stad 1", "wijk 3"],
            await LijstAsync<string>("select soort || ' ' || count(*) from gebied_nu group by soort order by soort")
        );
        Assert.NotNull(await CijferAsync("inwoners", Gemeente.Wijken[0], 2025));
    }

    [Fact]
    public async Task Areas_of_the_municipality_itself_stay_and_get_the_figures_under_their_own_codes()
    {
        var pad = Path.Combine(Database.Archief, "eigen.geojson");
        await File.WriteAllTextAsync(
            pad,
            Dorp.Verzameling(
                Dorp.Feature(
                    """{"code":"AA01","naam":"Eigen","cbsCode":"BU90010101"}""",
                    Dorp.Vierkant(128_000, 446_000)
                )
            )
        );
        await new GebiedImport(Database.Publicatie).LaadAsync(
            pad,
            new(2022, Gemeente: Nepgemeente.Code, GemeenteNaam: Nepgemeente.Naam),
            CancellationToken.None
        );

        var verslagen = await VulAsync(codes: ["cbs-gebieden", "cbs-kerncijfers"]);

        AllesKwam(verslagen);
        Assert.Contains("leverde zelf gebieden", verslagen[0].Meldingen[0], StringComparison.Ordinal);
        Assert.Equal("AA01", await VraagAsync<string>("select code from gebied_nu where soort = 'buurt'"));
        Assert.Equal(Nepgemeente.Inwoners(Gemeente.Buurten[0], 2025), await CijferAsync("inwoners", "AA01", 2025));
    }

    [Fact]
    public async Task A_renamed_buurt_keeps_its_figures_and_one_with_other_borders_only_those_since()
    {
        AllesKwam(await VulAsync(codes: ["cbs-gebieden", "cbs-kerncijfers"]));
        var collectie = Nepgemeente.Collectie("buurten");
        var (naam, grens) = (Gemeente.Buurten[0], Gemeente.Buurten[1]);
        Gemeente.Pdok.Collecties[collectie] =
        [
            Nepgemeente.Buurt(naam, "Nieuwe Naam", 0),
            .. Gemeente.Pdok.Collecties[collectie].Skip(1),
        ];
        var tabel = Gemeente.Cbs.Tabellen["85984NED"]; // of 2024
        var rij = tabel.Rijen.Single(r => ((string)r["WijkenEnBuurten"]!).Trim() == grens);
        rij["IndelingswijzigingWijkenEnBuurten_4"] = "3";
        tabel.Gewijzigd = "2026-11-01T02:00:00";

        var verslagen = await VulAsync(codes: ["cbs-gebieden", "cbs-kerncijfers"]);

        AllesKwam(verslagen);
        Assert.Equal("Nieuwe Naam", await VraagAsync<string>($"select naam from gebied_nu where code = '{naam}'"));
        Assert.NotNull(await CijferAsync("inwoners", naam, 2023));
        Assert.Null(await CijferAsync("inwoners", grens, 2023));
        Assert.NotNull(await CijferAsync("inwoners", grens, 2024));
        Assert.Contains(verslagen[1].Meldingen, m => m.Contains("andere grens", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_portal_is_of_one_municipality_and_a_name_that_is_none_is_said()
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() => VulAsync("Nieuwstadt"));
        Assert.Contains("Bedoelt u Nieuwstad", fout.Message, StringComparison.Ordinal);
        fout = await Assert.ThrowsAsync<ImportFout>(() => VulAsync(null));
        Assert.Contains("van welke gemeente", fout.Message, StringComparison.Ordinal);
        await VulAsync(codes: ["cbs-gebieden"]);

        fout = await Assert.ThrowsAsync<ImportFout>(() => VulAsync("Nieuwdorp"));

        Assert.Contains(
            "Dit portaal is van GM9001 Nieuwstad, niet van GM9002 Nieuwdorp",
            fout.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Each_source_comes_again_at_its_rhythm_and_one_node_at_a_time()
    {
        AllesKwam(await VulAsync(codes: ["cbs-gebieden", "cbs-misdrijven", "kinderopvang"]));
        Assert.Empty(await VulAsync(null, alleenAlsHetTijdIs: true));

        await Database.Db.ExecuteAsync(
            "update ophaling set gevraagd_op = now() - interval '8 days', gelukt_op = now() - interval '8 days'"
        );
        Nep.VergeetVragen();
        var verslagen = await VulAsync(null, alleenAlsHetTijdIs: true);

        Assert.Equal(["cbs-misdrijven", "kinderopvang"], verslagen.Select(v => v.Bron.Code));
        Assert.All(verslagen, v => Assert.Equal(Afloop.Gelijk, v.Afloop));
        Assert.Equal( // nothing but the question whether it changed
            ["dataderden.cbs.nl/ODataFeed/odata/47022NED/TableInfos?$format=json"],
            Nep.Gevraagd.Where(g => g.StartsWith("dataderden", StringComparison.Ordinal))
        );
        await using var ander = await Database.Db.OpenConnectionAsync();
        await ander.ExecuteAsync("select pg_advisory_lock(hashtext('portal bronnen'), 1)");
        var fout = await Assert.ThrowsAsync<ImportFout>(() => VulAsync(null));
        Assert.Contains("al opgehaald", fout.Message, StringComparison.Ordinal);
    }
}

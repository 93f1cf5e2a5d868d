using Dapper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;
using Xunit;

namespace Portal.Tests.Api;

/// <summary>
/// The example municipality with a subject that no code of the portal knows: what programs read must have it too.
/// </summary>
public sealed class ProgrammaFixture : VoorbeeldFixture
{
    public const string Naam = nameof(ProgrammaFixture);

    /// <summary>
    /// Six trees: one with quotes in its name, one of no known place, one of no known day, one a whole grove.
    /// </summary>
    public static readonly Onderwerp Bomen = new("bomen", [], []) { Collecties = [Lijst()] };

    private const string Rijen = """
        select b.id, 'bomenlijst' as dataset, b.sleutel, b.titel, null::text as gebied_code, null::text as gebied,
            null::text as gebied_soort,
               null::smallint as indeling, 1 as versie, ST_SetSRID(ST_GeomFromText(b.wkt), 28992) as geom, b.geplant_op,
               b.hoogte, b.jaar, b.soort, b.beschermd
        from (values
            (11::bigint, 'T/1', 'De "Dikke" eik', 'POINT(121400 487400)', date '1980-03-01', 21.5::numeric, 1980, 'eik',
            true),
            (12, 'T-2', 'Linde 50%', 'POINT(121500 487400)', '2001-11-15', 12.25, 2001, 'linde', false),
            (13, 'T-3', 'Zonder plek', null, '2010-06-30', 3, 2010, 'linde', null),
            (14, 'T-4', 'Zonder dag', 'POINT(155000 463000)', null, null, null, 'eik', true),
            (15, 'T-5', 'Bosje', 'POLYGON((121300 487300,121350 487300,121350 487350,121300 487350,121300 487300))',
            '2020-01-01', 5, 2020, 'els', false),
            (16, 'T-6', 'O''Neill_plein', 'POINT(100000 450000)', '2024-02-29', 8, 2024, 'eik', false)
        ) b(id, sleutel, titel, wkt, geplant_op, hoogte, jaar, soort, beschermd)
        """;

    private static Collectie Lijst() =>
        new(
            "bomen",
            "Bomen",
            "boom",
            "Zien welke bomen er staan.",
            ["bomen"],
            Rijen,
            [
                new("geplant_op", "Geplant op", KolomSoort.Datum),
                new("hoogte", "Hoogte in meters", KolomSoort.Getal),
                new("jaar", "Jaar", KolomSoort.Jaar, Filter: true),
                new("soort", "Soort", KolomSoort.Code, Filter: true)
                {
                    Codes = [new("eik", "eik"), new("linde", "linde"), new("els", "els")],
                },
                new("beschermd", "Beschermd", KolomSoort.JaNee),
            ],
            "geplant_op"
        )
        {
            VanVersie = $"{Rijen} where @Fversie::int is not null",
        };

    // A delivery of them, as its import would have made it
    private const string Dataset = """
        with d as (
            insert into dataset (code, titel, onderwerp, doel, eigenaar, bron, licentie)
            values ('bomenlijst', 'Bomenlijst', 'bomen', 'Zien welke bomen er staan.', 'Markerwaard', 'Verzonnen',
                'CC0 1.0') returning id)
        insert into versie (dataset_id, nummer, bestand, sha256, bytes, geladen, status, gepubliceerd_op)
        select id, 1, 'bomen.csv', repeat('0', 64), 0, 6, 'gepubliceerd', now() from d
        """;

    protected override string Inhoud => nameof(VoorbeeldFixture);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Contact", "data@markerwaard.example");
        builder.UseSetting("Portal:ApiPerMinuut", "100000");
        builder.ConfigureTestServices(s => s.AddSingleton(new Onderwerplijst([.. Onderwerpen.Alle, Bomen])));
        using var connection = Db.OpenConnection();
        connection.Execute(Dataset); // before the portal reads anything
    }
}

[CollectionDefinition(ProgrammaFixture.Naam)]
public sealed class Programmas : ICollectionFixture<ProgrammaFixture>;

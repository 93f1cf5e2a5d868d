using System.Text;
using Portal.Data.Bekendmakingen.Koop;
using Xunit;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>An invented month looks like a real one, and comes back as it was written.</summary>
public sealed class NepmaandTests
{
    [Fact]
    public async Task A_month_is_read_back_as_it_was_written()
    {
        var maand = Nepmaand.Maak();
        using var stroom = new MemoryStream(Encoding.UTF8.GetBytes(NepXml.Antwoord(maand, maand.Count)));

        var antwoord = await KoopLezer.LeesAsync(stroom, CancellationToken.None);

        Assert.Equal((Nepmaand.Aantal, Nepmaand.Aantal), (antwoord.Aantal, antwoord.Gelezen));
        Assert.Empty(antwoord.Fouten);
        Assert.Equal(maand.Where(r => r.InGemeenteblad).Select(Plat), antwoord.Records.Select(Plat));
        Assert.Equal(maand.Where(r => !r.InGemeenteblad).Select(Plat), antwoord.Andere.Select(Plat));
        Assert.InRange(antwoord.Andere.Count, 20, 80);
    }

    [Fact]
    public void The_same_seed_gives_the_same_month_and_another_gives_another()
    {
        Assert.Equal(Nepmaand.Maak(aantal: 50).Select(Plat), Nepmaand.Maak(aantal: 50).Select(Plat));
        Assert.NotEqual(Nepmaand.Maak(aantal: 50).Select(Plat), Nepmaand.Maak(2, 50).Select(Plat));
    }

    [Fact]
    public void Every_day_phase_and_form_of_a_place_is_in_it_and_all_can_be_read()
    {
        var maand = Nepmaand.Maak();
        var soorten = maand.Select(Bekendmakingsoort.Van).ToList();
        var plaatsen = maand.SelectMany(r => r.Markeringen).Select(Plaatsaanduiding.Van).ToList();

        Assert.Equal(31, maand.Select(r => r.Beschikbaar).Distinct().Count());
        Assert.Equal(maand.Count, maand.Select(r => r.Identifier).Distinct().Count());
        Assert.Equal(
            Enum.GetValues<Fase>().Except([Fase.Geweigerd, Fase.Overig]),
            soorten.Select(s => s.Fase).Distinct().Order()
        );
        Assert.DoesNotContain(plaatsen, p => p.Fout is not null);
        Assert.Equal([4326, 28992], plaatsen.Select(p => p.Srid).OfType<int>().Distinct().Order());
        Assert.Contains(maand, r => r.Markeringen.Count == 16);
        var sleutels = maand.Zip(soorten, Zaaksleutel.Van).ToList();
        Assert.InRange(sleutels.Count(s => s is null), 1, maand.Count / 10);
        Assert.InRange(maand.Zip(soorten, Bezwaartermijn.Van).Count(t => t.Bron == Termijnbron.Tekst), 50, 400);
    }

    // A record compares its lists by reference.
    private static string Plat(KoopRecord r) =>
        string.Join(
                '|',
                r with
                {
                    Markeringen = [],
                    Activiteiten = [],
                    Onderwerpen = [],
                },
                string.Join('+', r.Activiteiten)
            )
            .Replace("System.Collections", "", StringComparison.Ordinal)
        + string.Join(
            '/',
            r.Markeringen.Select(m =>
                $"{m.Soort} {m.Label} {string.Join(';', m.Plaatsen.Select(p => string.Join(' ', p.Split(' ', StringSplitOptions.RemoveEmptyEntries))))}"
            )
        );
}

using System.Globalization;
using Portal.Data.Bekendmakingen.Koop;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Bekendmakingen;

/// <summary>The announcements of KOOP as rows of our register.</summary>
internal static class KoopRijen
{
    /// <summary>
    /// From so many announcements with one point but several addresses, the point is that of a whole area.
    /// </summary>
    private const int VeelOpEenPunt = 5;

    /// <param name="gemeente">Those of others are rejected: a wrong file must not fill a portal.</param>
    /// <param name="stad">Code of the area of what is about the whole municipality.</param>
    public static RuwBestand Van(string naam, KoopBestand bestand, string gemeente, string stad)
    {
        var rijen = bestand.Records.Select((r, i) => new Rij(i + 1, r)).ToList();
        var grof = rijen
            .Where(r => r.Wkt is not null)
            .GroupBy(r => r.Wkt!)
            .Where(g => g.Count() >= VeelOpEenPunt && g.Select(r => r.Adres).Distinct().Count() > 1)
            .Select(g => g.Key)
            .ToHashSet();
        return new(
            naam,
            [],
            rijen
                .Select(r => Lees(r, gemeente, stad, grof))
                .Concat(
                    bestand
                        .Fouten.Where(f => f.Overgeslagen)
                        .Select(f => new RuweRij(f.Positie, _ => null, Fout: f.Zin))
                )
        );
    }

    /// <summary>What the report says beside the rows.</summary>
    public static void Meld(ImportRapport rapport, KoopBestand bestand, string gemeente, int gemaskeerd)
    {
        if (bestand.Andere > 0)
        {
            rapport.Meldingen.Add($"{bestand.Andere} berichten staan niet in het Gemeenteblad; die zijn niet geladen.");
        }
        // By number alone: what a source wrote at a place is not judged, and this is read by everybody.
        var zonder = bestand
            .Records.Where(r => r.Markeringen.Select(Plaatsaanduiding.Van).Any(p => p.Fout is not null))
            .Select(r => r.Identifier)
            .ToList();
        if (zonder.Count > 0)
        {
            rapport.Meldingen.Add(
                $"Bij {zonder.Count} berichten is een plek niet te lezen; de andere plekken ervan tellen wel: "
                    + $"{string.Join(", ", zonder.Take(10))}{(zonder.Count > 10 ? " en andere" : "")}."
            );
        }
        rapport.Meldingen.AddRange(bestand.Fouten.Where(f => !f.Overgeslagen).Take(20).Select(f => f.Zin));
        if (gemaskeerd > 0)
        {
            rapport.Meldingen.Add(
                $"{gemaskeerd} teksten zijn weggelaten omdat er misschien een persoon in staat, tot iemand heeft "
                    + "gekeken."
            );
        }
    }

    private static RuweRij Lees(Rij rij, string gemeente, string stad, HashSet<string> grof)
    {
        var r = rij.Record;
        if (r.Creator is { } van && !van.Equals(gemeente, StringComparison.OrdinalIgnoreCase))
        {
            return new(rij.Nummer, _ => null, Fout: $"{r.Identifier} is van {van}, niet van {gemeente}");
        }
        var soort = rij.Soort;
        var termijn = Bezwaartermijn.Van(r, soort);
        var stadsbreed = rij.Wkt is null && rij.Plaatsen.Any(p => p.Stadsbreed);
        var velden = new Dictionary<string, string?>
        {
            ["id"] = r.Identifier,
            ["titel"] = r.Titel.Length <= 500 ? r.Titel : $"{r.Titel[..499]}…",
            ["soort"] = soort.Soort,
            ["activiteit"] = soort.Activiteit,
            ["fase"] = soort.Fasecode,
            ["publicatiedatum"] = Dag(r.Beschikbaar),
            ["reactie_tot"] = termijn.TotEnMet is { } tot ? Dag(tot) : null,
            ["reactie_hoe"] = termijn.TotEnMet is null ? null : termijn.Soortcode,
            ["reactie_bron"] = termijn.Broncode,
            ["reactie_uitleg"] = termijn.Uitleg,
            ["zaaknummer"] = Zaaksleutel.Van(r, soort),
            ["omschrijving"] = r.Samenvatting,
            ["url"] = r.Url,
            ["plek"] =
                stadsbreed ? "gemeente"
                : rij.Wkt is null ? null
                : grof.Contains(rij.Wkt) ? "ongeveer"
                : "punt",
            ["gebiedscode"] = stadsbreed ? stad : null,
            ["wkt"] = rij.Wkt,
        };
        return new(rij.Nummer, k => velden.GetValueOrDefault(k) is { Length: > 0 } waarde ? waarde : null);
    }

    private static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Rij(int Nummer, KoopRecord Record)
    {
        public Bekendmakingsoort Soort { get; } = Bekendmakingsoort.Van(Record);

        public string Adres { get; } = Zaaksleutel.Adres(Record)?.ToString() ?? Record.Titel;

        public IReadOnlyList<Plaatsaanduiding> Plaatsen { get; } = [.. Record.Markeringen.Select(Plaatsaanduiding.Van)];

        /// <summary>All its places, in one system of coordinates: that of most of them.</summary>
        public string? Wkt => _wkt ??= Samen();
        private string? _wkt;

        private string? Samen()
        {
            var vormen = Plaatsen
                .Where(p => p.Wkt is not null)
                .GroupBy(p => p.Srid)
                .MaxBy(g => g.Count())
                ?.Select(p => p.Wkt!)
                .Distinct()
                .ToList();
            return vormen is null ? null
                : vormen.Count == 1 ? vormen[0]
                : $"GEOMETRYCOLLECTION({string.Join(",", vormen)})";
        }
    }
}

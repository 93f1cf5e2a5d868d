using System.Text.RegularExpressions;
using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>
/// Loads inhabitants per area: GeoJSON with <c>aantal_inwoners</c> (CBS, PDOK) or a CSV with the columns <c>code</c>
/// and
/// <c>inwoners</c>, and perhaps <c>huishoudens</c>, of one year; or the city's BBGA, of all its years. A larger area
/// without a figure gets the sum of what lies in it, only if all of that is known.
/// </summary>
public sealed partial class InwonersImport(Publicatie publicatie)
{
    private sealed record Telling(string Code, short Jaar, int Inwoners, int? Huishoudens);

    /// <param name="jaar">The year of the numbers; null for a file that says it.</param>
    /// <param name="bron">Where the numbers of a CSV come from; GeoJSON is of CBS.</param>
    public async Task<ImportRapport> LaadAsync(string pad, short? jaar, string? bron, CancellationToken ct)
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var bestand = InwonersBestand.Lees(levering, jaar);
        return await publicatie.LaadAsync(
            Dataset(bestand, bron),
            levering,
            lading => LaadRijenAsync(lading, bestand, ct),
            ct
        );
    }

    // Buurten, wijken and the city of a year are deliveries apart: the one does not replace the other.
    private static Dataset Dataset(InwonersBestand bestand, string? bron)
    {
        var rijen = bestand.Rijen.Where(r => Jaartal.Kan(r.Jaar)).ToList();
        var (van, tot) = rijen.Count == 0 ? ((short)0, (short)0) : (rijen.Min(r => r.Jaar), rijen.Max(r => r.Jaar));
        var jaren = van == tot ? $"{van}" : $"{van}-{tot}";
        var (code, titel) =
            rijen.All(r => r.Code is null || BuurtCode().IsMatch(r.Code))
                ? ($"inwoners-buurt-{jaren}", $"Inwoners per buurt {jaren}")
            : rijen.All(r => r.Code?.StartsWith("GM", StringComparison.Ordinal) == true)
                ? ($"inwoners-stad-{jaren}", $"Inwoners van de stad {jaren}")
            : ($"inwoners-{jaren}", $"Inwoners per gebied {jaren}");
        return bestand.IsCsv
            ? new(
                code,
                titel,
                GebiedOnderwerp.Code,
                "Uitgaven per inwoner eerlijk vergelijken.",
                "Gemeente",
                bron ?? "Levering van de gemeente",
                "Zie de voorwaarden van de bron"
            )
            : new(
                code,
                titel,
                GebiedOnderwerp.Code,
                "Uitgaven per inwoner eerlijk vergelijken.",
                "CBS",
                "CBS, kerncijfers wijken en buurten",
                "CC BY 4.0",
                "https://creativecommons.org/licenses/by/4.0/deed.nl"
            );
    }

    [GeneratedRegex(@"^\s*(BU.*|[A-Z]{2}\d{2})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex BuurtCode();

    private static async Task LaadRijenAsync(Lading lading, InwonersBestand bestand, CancellationToken ct)
    {
        var gebieden = await BekendeGebieden.LeesAsync(lading, ct);
        var gemeente =
            await GebiedGemeente.BekendAsync(lading, ct)
            ?? throw new ImportFout(
                "Er is nog geen gemeente waar deze inwoners in wonen. Laad eerst gebieden: portal import gebieden "
                    + "BESTAND --indeling JAAR."
            );
        var stad = gemeente.Code;
        lading.Rapport.Gelezen = bestand.Rijen.Count;
        var eigen = Eigen(lading.Rapport, bestand, gebieden, gemeente);
        var passend = bestand.IsCsv ? eigen : await InwonersGrens.PassendAsync(lading, eigen, stad, ct);
        var aantallen = Aantallen(lading.Rapport, passend);
        lading.Rapport.Geladen = lading.Rapport.Gewijzigd = await lading.Db.ExecuteAsync(
            new(
                InvoegSql,
                aantallen.Select(a => new
                {
                    lading.VersieId,
                    gebieden.Indeling,
                    a.Code,
                    a.Jaar,
                    a.Inwoners,
                    a.Huishoudens,
                }),
                lading.Transactie,
                cancellationToken: ct
            )
        );
        foreach (
            var (boven, onder) in new[]
            {
                ("wijk", "buurt"),
                ("gebied", "buurt"),
                ("gebied", "wijk"),
                ("stadsdeel", "wijk"),
                ("stadsdeel", "gebied"),
                ("stad", "stadsdeel"),
                ("stad", "wijk"),
            }
        )
        {
            await lading.Db.ExecuteAsync(
                new(
                    OptelSql,
                    new
                    {
                        lading.VersieId,
                        gebieden.Indeling,
                        boven,
                        onder,
                    },
                    lading.Transactie,
                    cancellationToken: ct
                )
            );
        }
        await GebiedNamen.BewaarAsync(
            lading,
            gebieden,
            eigen.Where(r => r.Rij.Naam is not null).Select(r => (r.Rij.Rij, r.Code, r.Rij.Naam!)),
            ct
        );
    }

    /// <summary>The rows of our areas, with our code.</summary>
    private static List<(InwonersRij Rij, string Code)> Eigen(
        ImportRapport rapport,
        InwonersBestand bestand,
        BekendeGebieden gebieden,
        (string Code, string Naam) gemeente
    )
    {
        var (eigen, stad) = (new List<(InwonersRij, string)>(), gemeente.Code);
        var (anders, onbekend) = (new List<string>(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var rij in bestand.Rijen)
        {
            if (rij.Kapot is { } kapot)
            {
                rapport.Wijs(rij.Rij, "", null, kapot);
            }
            else if (!Jaartal.Kan(rij.Jaar))
            {
                rapport.Wijs(rij.Rij, "jaar", $"{rij.Jaar}", Jaartal.Reden);
            }
            else if (Gemeentecode.In(rij.Code) is { } van && GebiedGemeente.IsVanAnder(van, stad))
            {
                anders.Add(van);
            }
            else if (bestand.IsBbga && rij.Code == "STAD")
            {
                eigen.Add((rij, stad));
            }
            else if (rij.Code is not null && gebieden.OpCode(rij.Code) is { } gebied)
            {
                eigen.Add((rij, gebied.Code));
            }
            else if (bestand.IsBbga)
            {
                onbekend.Add(rij.Code!);
            }
            else
            {
                rapport.Wijs(rij.Rij, "code", rij.Code, $"dit gebied bestaat niet in indeling {gebieden.Indeling}");
            }
        }
        if (eigen.Count == 0 && anders.Count > 0)
        {
            throw GebiedGemeente.GeenEigen(rapport, gemeente, anders.Select(c => Gemeentecode.Noem(c)));
        }
        Meld(rapport, anders.Count, "rijen van andere gemeenten overgeslagen.");
        Meld(
            rapport,
            onbekend.Count,
            $"gebieden van het bestand zijn geen gebied van nu en blijven weg: {string.Join(", ", onbekend)}."
        );
        return eigen;
    }

    private static List<Telling> Aantallen(ImportRapport rapport, IEnumerable<(InwonersRij Rij, string Code)> eigen)
    {
        var geladen = new Dictionary<(string, short), Telling>();
        var leeg = 0;
        foreach (var (rij, code) in eigen)
        {
            if (rij.Inwoners is null or "." or "-")
            {
                leeg++;
            }
            else if (Aantal.Lees(rij.Inwoners) is not (>= 0 and var inwoners))
            {
                rapport.Wijs(rij.Rij, "inwoners", rij.Inwoners, "dit is geen aantal inwoners");
            }
            else if (rij.Huishoudens is not (null or "." or "-") && Aantal.Lees(rij.Huishoudens) is not >= 0)
            {
                rapport.Wijs(rij.Rij, "huishoudens", rij.Huishoudens, "dit is geen aantal huishoudens");
            }
            else if (!geladen.TryAdd((code, rij.Jaar), new(code, rij.Jaar, inwoners, Aantal.Lees(rij.Huishoudens))))
            {
                rapport.Wijs(rij.Rij, "code", rij.Code, "dit gebied stond al eerder in het bestand");
            }
        }
        Meld(rapport, leeg, "rijen zonder aantal: daar blijven de inwoners onbekend.");
        return [.. geladen.Values];
    }

    private static void Meld(ImportRapport rapport, int aantal, string tekst)
    {
        if (aantal > 0)
        {
            rapport.Meldingen.Add($"{aantal} {tekst}");
        }
    }

    private const string InvoegSql = """
        insert into gebied_inwoners (versie_id, indeling, code, jaar, inwoners, huishoudens)
        values (@VersieId, @Indeling, @Code, @Jaar, @Inwoners, @Huishoudens)
        """;

    // All that lies in it has a figure, and no buurt of it lies outside of that: a wijk in two gebieden counts in
    // neither.
    private const string OptelSql = """
        insert into gebied_inwoners (versie_id, indeling, code, jaar, inwoners, huishoudens)
        with deel as materialized (
            select b.boven_code, g.code from gebied_gepubliceerd g join gebied_boven b on b.indeling = g.indeling
                and b.code = g.code and b.boven_soort = @boven
            where g.soort = @onder and g.indeling = @Indeling),
        buiten as materialized (
            select distinct u.boven_code from gebied_gepubliceerd k join gebied_boven u on u.indeling = k.indeling
                and u.code = k.code and u.boven_soort = @boven
            left join gebied_boven x on x.indeling = k.indeling and x.code = k.code and x.boven_soort = @onder
            where k.soort = 'buurt' and k.indeling = @Indeling
                and (u.boven_code, coalesce(x.boven_code, '')) not in (select boven_code, code from deel))
        select @VersieId, @Indeling, d.boven_code, j.jaar, sum(i.inwoners), case when count(*) = count(i.huishoudens)
            then sum(i.huishoudens) end
        from deel d
        cross join (select distinct jaar from gebied_inwoners where versie_id = @VersieId) j
        left join gebied_inwoners i on i.versie_id = @VersieId and i.code = d.code and i.jaar = j.jaar
        where d.boven_code not in (select boven_code from buiten)
        group by d.boven_code, j.jaar
        having count(*) = count(i.code)
        on conflict do nothing
        """;
}

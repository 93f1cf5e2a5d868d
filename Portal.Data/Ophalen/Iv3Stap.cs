using System.Text;
using System.Text.Json;
using Dapper;
using Portal.Data.Datasets;
using Portal.Data.Iv3;

namespace Portal.Data.Ophalen;

/// <summary>The Iv3 of the municipality: of the newest years the budget and, once it is there, the account.</summary>
internal static class Iv3Stap
{
    private const int Jaren = 3;
    private static readonly string[] Kolommen = ["Gemeenten", "TaakveldBalanspost", "Categorie", "Verslagsoort"];

    private static readonly (string Fase, string Verslag)[] Fasen = [("begroting", "X000"), ("realisatie", "X005")];

    public static async Task<Uitkomst> LaadAsync(Opdracht opdracht, Gereedschap met, CancellationToken ct)
    {
        var (rapporten, meldingen) = (new List<ImportRapport>(), new List<string>());
        var kenmerken = new List<string>();
        var eerder = (opdracht.Eerder ?? "").Split(';').ToHashSet();
        foreach (var (jaar, nummer) in opdracht.Bron.Tabellen.OrderByDescending(t => t.Key).Take(Jaren + 1))
        {
            var tabel = new CbsTabel(met.Paginas, opdracht.Adres(jaar, nummer));
            var kenmerk = $"{jaar} {await tabel.GewijzigdAsync(ct)}";
            kenmerken.Add(kenmerk);
            if (eerder.Contains(kenmerk) && !kenmerk.EndsWith(' '))
            {
                continue;
            }
            foreach (var (fase, verslag) in Fasen)
            {
                if (await EigenAsync(opdracht, met, jaar, fase, ct))
                {
                    meldingen.Add($"Iv3 {fase} {jaar}: de gemeente leverde zelf; die cijfers blijven staan.");
                }
                else if (await SchrijfAsync(opdracht, met, tabel, $"{jaar}{verslag}", ct) is { } pad)
                {
                    rapporten.Add(await new Iv3Import(opdracht.Publicatie(met)).LaadAsync(pad, new(), ct));
                }
                else
                {
                    meldingen.Add($"Iv3 {fase} {jaar} van {opdracht.Gemeente.Naam} is er bij CBS nog niet.");
                }
            }
        }
        return new(rapporten, string.Join(';', kenmerken), meldingen);
    }

    private static async Task<string?> SchrijfAsync(
        Opdracht opdracht,
        Gereedschap met,
        CbsTabel tabel,
        string verslag,
        CancellationToken ct
    )
    {
        var plaatsingen = new[]
        {
            await tabel.KolomAsync("k_1ePlaatsing", ct),
            await tabel.KolomAsync("k_2ePlaatsing", ct),
        };
        var filter =
            $"Verslagsoort eq {CbsTabel.Aangehaald(verslag)} and substringof('{opdracht.Gemeente.Nummer}',Gemeenten)";
        var rijen = new List<string>();
        var bedragen = false;
        await foreach (var rij in tabel.RijenAsync(filter, Kolommen.Concat(plaatsingen.OfType<string>()), ct))
        {
            if (
                CbsTabel.Tekst(rij, "Gemeenten") == opdracht.Gemeente.Code
                && CbsTabel.Tekst(rij, "Verslagsoort") == verslag
            )
            {
                rijen.Add(rij.GetRawText());
                bedragen |= plaatsingen
                    .OfType<string>()
                    .Any(p => Missend.Getal(CbsTabel.Tekst(rij, p)) is not (null or 0));
            }
        }
        if (!bedragen)
        {
            return null;
        }
        var pad = met.Pad($"cbs-iv3-{verslag}-{opdracht.Gemeente.Code}.json");
        await File.WriteAllTextAsync(
            pad,
            $$"""{"value":[{{string.Join(",\n", rijen.Order(StringComparer.Ordinal))}}]}""",
            new UTF8Encoding(false),
            ct
        );
        return pad;
    }

    private static async Task<bool> EigenAsync(
        Opdracht opdracht,
        Gereedschap met,
        int jaar,
        string fase,
        CancellationToken ct
    )
    {
        await using var db = await met.Db.OpenConnectionAsync(ct);
        return await db.QuerySingleAsync<bool>(
            new(
                """
                select exists (select from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd'
                               where d.code = @code and d.eigenaar <> @Eigenaar)
                """,
                new { code = Iv3ODataImport.Code(opdracht.Gemeente.Code, jaar, fase), Iv3ODataImport.Eigenaar },
                cancellationToken: ct
            )
        );
    }
}

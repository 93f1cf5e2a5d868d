using Dapper;
using Npgsql;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Lagen;

/// <summary>What a layer must hold to, beside what holds for any register.</summary>
internal static class LaagRegels
{
    private static readonly string[] Huisnummers = ["huisnummer", "huisnr", "hnr", "house_number", "housenumber"];
    private static readonly string[] Namen = ["naam", "name", "eigenaar", "aanvrager", "beheerder", "contactpersoon"];
    private static readonly string[] Postcodes = ["postcode", "postcode6", "postcode4", "pc6", "pc4"];

    /// <exception cref="ImportFout">It only has postcodes to say where things are.</exception>
    public static void EisPlek(RuwBestand bestand)
    {
        var heeft = bestand.Kolommen.Select(RuwBestand.Sleutel).ToHashSet();
        var postcode = Postcodes.FirstOrDefault(heeft.Contains);
        if (
            postcode is not null
            && !RuwBestand.Plek.Concat(RuwBestand.Gebied).Any(k => heeft.Contains(RuwBestand.Sleutel(k)))
            && bestand.Rijen.All(r => r.GeoJson is null)
        )
        {
            throw new ImportFout(
                $"{bestand.Naam} zegt alleen met de kolom {postcode} waar iets is, en dit portaal heeft "
                    + "geen lijst van postcodes. "
                    + "Voeg een kolom gebiedscode toe, of x en y, of lon en lat. Er is niets veranderd."
            );
        }
    }

    /// <summary>
    /// A postcode with a house number beside a name may be where somebody lives: the house number is left out until
    /// somebody says that it is of no person.
    /// </summary>
    /// <returns>The columns that are left out.</returns>
    public static IEnumerable<string> AdresBijNaam(
        RuwBestand bestand,
        IReadOnlyList<string> kolommen,
        ImportRapport rapport
    )
    {
        var sleutels = bestand.Kolommen.Select(RuwBestand.Sleutel).ToHashSet();
        var nummer = kolommen.FirstOrDefault(k => Huisnummers.Contains(RuwBestand.Sleutel(k)));
        if (nummer is null || !Postcodes.Any(sleutels.Contains) || !Namen.Any(sleutels.Contains))
        {
            return [];
        }
        Besluit? besluit = null;
        foreach (var rij in bestand.Rijen.Where(r => r.Veld(nummer) is not null))
        {
            besluit = rapport.Bevindingen.Meld(
                "adres met een naam erbij",
                nummer,
                rij.Nummer,
                rij.Veld(nummer),
                Bevinding.HeleKolom,
                Bevinding.Toch
            );
        }
        return besluit?.Keus == Bevinding.Toch ? [] : [nummer];
    }

    /// <exception cref="ImportFout">It is no day, or one to come.</exception>
    public static DateOnly? Peildatum(Keuzes keuzes)
    {
        if (keuzes.Tekst("peildatum") is not { } tekst)
        {
            return null;
        }
        var dag =
            Datum.Lees(tekst)
            ?? throw new ImportFout($"--peildatum {Zin.Veilig(tekst, 40)}: {Datum.Uitleg}. Er is niets veranderd.");
        return dag <= Klok.Systeem.Vandaag
            ? dag
            : throw new ImportFout($"--peildatum {dag:d-M-yyyy} ligt in de toekomst. Er is niets veranderd.");
    }

    /// <summary>
    /// What is said now, else what was said before: a layer of safety stays one when nobody says so again.
    /// </summary>
    public static async Task<string> ThemaAsync(Lading lading, string? gezegd, CancellationToken ct)
    {
        const string sql = """
            select v.opties ->> 'thema' from versie v join versie n on n.dataset_id = v.dataset_id
            where n.id = @VersieId and v.id <> n.id and v.opties ->> 'thema' is not null order by v.id desc limit 1
            """;

        return gezegd
            ?? await lading.Db.QuerySingleOrDefaultAsync<string>(
                new(sql, new { lading.VersieId }, lading.Transactie, cancellationToken: ct)
            )
            ?? Laagthema.Overig;
    }

    /// <exception cref="ImportFout">A figure of safety would stand at a point.</exception>
    public static async Task PasToeAsync(Lading lading, string thema, DateOnly? peildatum, CancellationToken ct)
    {
        if (await FoutAsync(lading.Db, lading.VersieId, thema, ct) is { } fout)
        {
            throw new ImportFout($"{lading.Rapport.Bestand}, {fout} Er is niets veranderd.");
        }
        if (peildatum is not null)
        {
            await lading.Db.ExecuteAsync(
                new(
                    "update versie set peildatum = @peildatum where id = @VersieId",
                    new { peildatum, lading.VersieId },
                    lading.Transactie,
                    cancellationToken: ct
                )
            );
        }
    }

    /// <summary>Why a version cannot be of a theme; null: it can.</summary>
    public static async Task<string?> FoutAsync(
        NpgsqlConnection connection,
        int versieId,
        string thema,
        CancellationToken ct
    )
    {
        const string geenVlak = """
            select t.rij from laagobject t join versie v on v.dataset_id = t.dataset_id
            where v.id = @versieId and t.vanaf <= v.id and (t.tot is null or t.tot > v.id)
              and exists (select from ST_Dump(t.geom) d where ST_Dimension(d.geom) < 2)
            order by t.rij limit 1
            """;

        var rij =
            thema == Laagthema.Veiligheid
                ? await connection.QuerySingleOrDefaultAsync<int?>(
                    new(geenVlak, new { versieId }, cancellationToken: ct)
                )
                : null;
        return rij is null
            ? null
            : $"rij {rij}: dit is een punt of een lijn. Cijfers over veiligheid staan hier alleen per gebied, want een "
                + "punt wijst een huis of een persoon aan. Lever vlakken, of per rij een gebiedscode.";
    }
}

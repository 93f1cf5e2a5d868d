using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Oordelen;
using Portal.Data.Uitvoer;

namespace Portal.Data.Registers;

/// <summary>A row on its way into a register.</summary>
/// <param name="Goed">False: rejected; what was known under its key stays as it was.</param>
internal sealed record RegisterRij(
    int Rij,
    string Sleutel,
    bool Goed,
    string Titel,
    string? Gebied,
    string? GeoJson,
    string? Wkt,
    string Kenmerken
);

/// <summary>The rows of a delivery to rows of a register, by its columns; what is wrong goes to the report.</summary>
internal sealed class RegisterLezer(
    IReadOnlyList<Kolom> kolommen,
    string sleutelKolom,
    string titelKolom,
    Oordelen.Oordelen oordelen,
    ImportRapport rapport
)
{
    private readonly Gezien _sleutels = new(); // of each key its hash: a file may hold a million
    private Dictionary<string, Notatie> _notaties = [];

    /// <summary>How the source calls a column, where it has another name for it.</summary>
    public IReadOnlyDictionary<string, string> Namen { get; init; } = new Dictionary<string, string>();

    private string Bron(string kolom) => Namen.GetValueOrDefault(kolom, kolom);

    /// <summary>How many texts were left out because they may name a person.</summary>
    public int Gemaskeerd { get; private set; }

    public IEnumerable<RegisterRij> Lees(RuwBestand bestand)
    {
        _notaties = kolommen
            .Where(k => k.Soort == KolomSoort.Bedrag)
            .ToDictionary(k => k.Naam, k => Bedrag.Herken(bestand.Rijen.Select(r => r.Veld(Bron(k.Naam)))));
        foreach (var rij in bestand.Rijen)
        {
            rapport.Gelezen++;
            if (Lees(rij) is { } gelezen)
            {
                yield return gelezen;
            }
        }
    }

    private RegisterRij? Lees(RuweRij rij)
    {
        if (rij.Fout is not null)
        {
            rapport.Wijs(rij.Nummer, "", null, rij.Fout);
            return null;
        }
        var sleutel = sleutelKolom == "" ? $"rij-{rij.Nummer}" : rij.Veld(Bron(sleutelKolom));
        if (sleutel is null || sleutel.Length > 200 || !_sleutels.Voeg(sleutel))
        {
            rapport.Wijs(
                rij.Nummer,
                Bron(sleutelKolom),
                sleutel,
                sleutel is null ? "zonder deze sleutel is de rij niet te herkennen"
                    : sleutel.Length > 200 ? "de sleutel is langer dan 200 tekens"
                    : "deze sleutel stond al eerder in het bestand"
            );
            return null;
        }
        if (oordelen.Titel(sleutel) != sleutel) // it stands in addresses and downloads, where no mask can take its place
        {
            rapport.Wijs(
                rij.Nummer,
                Bron(sleutelKolom),
                null,
                "in de sleutel staat misschien een persoon; kies een kolom met nummers"
            );
            return null;
        }
        var afwijzingen = rapport.Afwijzingen.Count;
        var titel = Titel(rij, sleutel);
        var kenmerken = new JsonObject();
        foreach (var kolom in kolommen)
        {
            kenmerken[kolom.Naam] = Lees(rij, kolom, sleutel);
        }
        var wkt = Coordinaten.Wkt(rij.Veld, (kolom, waarde, reden) => rapport.Wijs(rij.Nummer, kolom, waarde, reden));
        return new(
            rij.Nummer,
            sleutel,
            rapport.Afwijzingen.Count == afwijzingen,
            titel ?? "",
            rij.Veld("gebiedscode") ?? rij.Veld("gebied_code"),
            rij.GeoJson ?? rij.Veld("geojson"),
            wkt,
            kenmerken.ToJsonString()
        );
    }

    private string? Titel(RuweRij rij, string sleutel)
    {
        var titel = rij.Veld(Bron(titelKolom));
        if (titel is null || titel.Length > 500)
        {
            rapport.Wijs(
                rij.Nummer,
                Bron(titelKolom),
                null,
                titel is null ? "de titel ontbreekt" : $"de titel is {titel.Length} tekens; er passen er 500"
            );
            return null;
        }
        string[] keuzes = [Bevinding.Masker, Bevinding.Rij, Bevinding.Toch];
        return Openbaar(titel, Bron(titelKolom), rij.Nummer, keuzes, new(sleutel, "titel", titel));
    }

    private JsonNode? Lees(RuweRij rij, Kolom kolom, string sleutel)
    {
        if (rij.Veld(Bron(kolom.Naam)) is not { } tekst)
        {
            if (kolom.Verplicht)
            {
                rapport.Wijs(rij.Nummer, Bron(kolom.Naam), null, "deze waarde is verplicht");
            }
            return null;
        }
        if (
            !kolom.Vrij
            && kolom.Soort is KolomSoort.Tekst or KolomSoort.LangeTekst or KolomSoort.Code
            && Privacy.Vind(tekst) is { } gevonden
        )
        {
            var besluit = rapport.Bevindingen.Meld(
                gevonden,
                Bron(kolom.Naam),
                rij.Nummer,
                tekst,
                Keuzes(kolom.Verplicht)
            );
            if (besluit?.Keus is null or Bevinding.Rij)
            {
                rapport.Wijs(
                    rij.Nummer,
                    Bron(kolom.Naam),
                    null,
                    $"hierin staat een {gevonden}; dat mag niet op de site"
                );
            }
            if (besluit?.Keus != Bevinding.Toch)
            {
                return null;
            }
        }
        var (waarde, fout) = Waarde.Lees(kolom, tekst, _notaties.GetValueOrDefault(kolom.Naam));
        if (fout is not null)
        {
            rapport.Wijs(rij.Nummer, Bron(kolom.Naam), tekst, fout);
        }
        return kolom.Vrij && waarde is not null
            ? Openbaar(tekst, Bron(kolom.Naam), rij.Nummer, Keuzes(kolom.Verplicht), new(sleutel, kolom.Naam, tekst))
            : waarde;
    }

    private static string[] Keuzes(bool verplicht) =>
        verplicht
            ? [Bevinding.Rij, Bevinding.Toch]
            : [Bevinding.Masker, Bevinding.Rij, Bevinding.HeleKolom, Bevinding.Toch];

    // Where nobody decided otherwise it is masked. An address or number of a person stays so, whatever was decided.
    private string? Openbaar(string tekst, string kolom, int rij, string[] keuzes, WeggelatenTekst cel)
    {
        var openbaar = oordelen.Titel(tekst)!;
        if (openbaar == tekst)
        {
            return tekst;
        }
        var patroon = Privacy.Vind(tekst);
        var mag = patroon is null && !oordelen.IsBeslotenPersoon(tekst);
        var besluit = rapport.Bevindingen.Meld(
            patroon ?? Bevinding.Naam,
            kolom,
            rij,
            tekst,
            [.. keuzes.Append(Bevinding.Masker).Distinct().Where(k => mag || k != Bevinding.Toch)]
        );
        if (besluit?.Keus == Bevinding.Rij)
        {
            rapport.Wijs(rij, kolom, null, $"hierin staat een {patroon ?? Bevinding.Naam}; de rij is weggelaten");
        }
        if (besluit?.Keus == Bevinding.Toch && mag)
        {
            return tekst;
        }
        Gemaskeerd++;
        if (besluit?.Keus == Bevinding.HeleKolom)
        {
            return null;
        }
        rapport.Weggelaten.Add(cel);
        return openbaar;
    }
}

namespace Portal.Data.Begrotingen;

/// <summary>A column of a download of posts, in the order of the file.</summary>
/// <param name="Sql">Texts that a spreadsheet would run as a formula get an apostrophe (csv_tekst, migration
/// 0013).</param>
/// <param name="Soort">The datatype, in the words of CSV on the Web.</param>
public sealed record PostKolom(string Naam, string Sql, string Soort, string Uitleg)
{
    public static readonly IReadOnlyList<PostKolom> Alle =
    [
        new(
            "id",
            "s.id",
            "integer",
            "Nummer van de rij in deze database; verandert bij elke versie. Citeer met "
                + "/begroting/post/{dataset_code}/{versie}/{bronsleutel}"
        ),
        new("dataset", "s.dataset", "string", "Dataset waar de post uit komt"),
        new("dataset_code", "s.dataset_code", "string", "Code van die dataset"),
        new("versie", "s.versie", "integer", "Versie van die dataset"),
        new("rij", "s.rij", "integer", "Rij in het geleverde bestand; de kop is rij 1"),
        new(
            "bronsleutel",
            "csv_tekst(s.bronsleutel)",
            "string",
            "Sleutel van de rij in de bron, zoals het dossiernummer"
        ),
        new(
            "jaar",
            "s.jaar",
            "gYear",
            "Boekjaar; bij subsidies het jaar van de aanvraag (het dossier), of het subsidiejaar waar de bron "
                + "dat geeft"
        ),
        new(
            "jaar_basis",
            "s.jaar_basis",
            "string",
            "Hoe de jaren waarvoor het geld is bekend zijn: bron (de bron zegt het), tekst (gelezen in project "
                + "of regeling) of dossier (alleen het jaar van de aanvraag is bekend)"
        ),
        new("voor_van", "s.voor_van", "gYear", "Eerste jaar waarvoor het geld is; leeg: niet bekend"),
        new("voor_tot", "s.voor_tot", "gYear", "Laatste jaar waarvoor het geld is; leeg: niet bekend"),
        new("voor_tekst", "csv_tekst(s.voor_tekst)", "string", "De woorden waaruit die jaren zijn gelezen"),
        new(
            "fase",
            "@Fase",
            "string",
            "begroting, begrotingswijziging, realisatie, aangevraagd, verleend of vastgesteld; tel fasen nooit "
                + "bij elkaar op"
        ),
        new("bl", "s.bl", "string", "L: lasten (uitgaven), B: baten (inkomsten)"),
        new("programma", "s.programma_code", "string", "Code van het programma; leeg: bij geen programma"),
        new("taakveld", "csv_tekst(s.taakveld)", "string", "Code van het taakveld (Iv3)"),
        new(
            "toerekening",
            "s.toerekening",
            "string",
            "Hoe het geld bij een gebied hoort: direct_adres, direct_gebied, afgeleid (herkend in de tekst), "
                + "sleutel (verdeeld), stadsbreed (de bron zegt: van de hele stad), stadsdelen (van meer dan één "
                + "stadsdeel) of onbekend (de bron zegt niet waar)"
        ),
        new("gebied_soort", "s.gebied_soort", "string", "buurt, wijk, gebied, stadsdeel of stad"),
        new(
            "gebied_code",
            "s.gebied_code",
            "string",
            "Code van het gebied in de indeling van nu; leeg: bij geen gebied"
        ),
        new("gebied", "csv_tekst(g.naam)", "string", "Naam van het gebied"),
        new("herkend", "csv_tekst(s.herkend)", "string", "De woorden waaraan het gebied is herkend"),
        new("sleutel", "s.sleutel", "string", "De verdeelsleutel"),
        new("project", "csv_tekst(s.project)", "string", "Naam van het project"),
        new("omschrijving", "csv_tekst(s.omschrijving)", "string", "Omschrijving"),
        new("regeling", "csv_tekst(s.regeling)", "string", "Subsidieregeling"),
        new(
            "ontvanger",
            "csv_tekst(s.ontvanger)",
            "string",
            "Organisatie die het geld kreeg; (Particulier) is een persoon, (naam nog niet beoordeeld) misschien"
        ),
        new(
            "bedrag",
            "s.telt",
            "decimal",
            "Euro: wat in deze keuze meetelt; van een verdeelde post het deel van het gekozen gebied, van een "
                + "subsidie voor meer jaren (jaarsoort=waarvoor) het deel van het gekozen jaar"
        ),
        new("hele_bedrag", "s.hele_bedrag", "decimal", "Euro: de hele post"),
        new("peildatum", "s.peildatum", "date", "Datum waarop de rij slaat"),
    ];
}

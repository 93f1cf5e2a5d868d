using System.Globalization;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Uitgaven;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Data;

/// <summary>A service by which programs can ask for the data.</summary>
public sealed record Dataservice(string Pad, string Titel, string Uitleg, string Beschrijving, string Norm);

/// <summary>
/// The catalogue as DCAT-AP-NL 3.0: every dataset that counts now, in every format, and the services.
/// </summary>
public sealed class Dcat(Uri basis, string gemeente, string? mail)
{
    private const string Eu = "http://publications.europa.eu/resource/authority/";
    private const string Nederlands = Eu + "language/NLD";
    private const string Openbaar = Eu + "access-right/PUBLIC";
    private const string Cc0 = "https://creativecommons.org/publicdomain/zero/1.0/";
    private const string Soorten = "https://www.iana.org/assignments/media-types/";

    private static readonly Dictionary<string, (string Code, string Naam)> Themas = new()
    {
        [GebiedOnderwerp.Code] = ("REGI", "Regio's en steden"),
        [BegrotingOnderwerp.Code] = ("ECON", "Economie en financiën"),
        [IndicatorOnderwerp.Code] = ("SOCI", "Bevolking en samenleving"),
    };

    private static readonly (string Code, string Naam) AnderThema = ("GOVE", "Overheid en publieke sector");

    private static readonly Dictionary<string, string> Ritmes = new()
    {
        ["dag"] = "DAILY",
        ["week"] = "WEEKLY",
        ["maand"] = "MONTHLY",
        ["kwartaal"] = "QUARTERLY",
        ["jaar"] = "ANNUAL",
        ["eenmalig"] = "NEVER",
    };

    private readonly Grafiek _g = new();

    private string Catalogus => Adres("data");
    private string Uitgever => Adres("data#uitgever");
    private string Contact => Adres("data#contact");

    private string Adres(string pad) => new Uri(basis, pad).AbsoluteUri;

    /// <param name="bekend">Of a version the files that are made already, by name.</param>
    public Grafiek Maak(
        IReadOnlyList<Uitgave> uitgaven,
        IReadOnlyList<Dataservice> services,
        Func<Uitgave, IReadOnlyDictionary<string, Uitgavebestand>> bekend
    )
    {
        Rondom();
        _g.Is(Catalogus, "dcat:Catalog")
            .Tekst(Catalogus, "dct:title", $"Open data van {gemeente}")
            .Tekst(
                Catalogus,
                "dct:description",
                "Alle gegevens van deze site: wat de gemeente uitgeeft, plant en toestaat, per buurt."
            )
            .Ding(Catalogus, "dct:publisher", Uitgever)
            .Ding(Catalogus, "dct:creator", Uitgever)
            .Ding(Catalogus, "dcat:contactPoint", Contact)
            .Ding(Catalogus, "dct:language", Nederlands)
            .Ding(Catalogus, "dct:license", Cc0)
            .Ding(Catalogus, "foaf:homepage", Adres(""))
            .Is(Adres(""), "foaf:Document")
            .Ding(Catalogus, "dcat:themeTaxonomy", Eu + "data-theme");
        foreach (var service in services)
        {
            Service(service);
        }
        foreach (var uitgave in uitgaven)
        {
            Dataset(uitgave, services.Count > 0 ? services[0] : null, bekend(uitgave));
        }
        return _g;
    }

    // The things that the others refer to: what kind they are must stand in the same file.
    private void Rondom()
    {
        _g.Is(Uitgever, "foaf:Agent").Tekst(Uitgever, "foaf:name", gemeente);
        _g.Is(Contact, "vcard:Kind")
            .Is(Contact, "vcard:Organization")
            .Tekst(Contact, "vcard:fn", "Gegevensbeheer", null)
            .Ding(Contact, "vcard:hasURL", Catalogus)
            .Ding(Contact, "vcard:hasEmail", mail is null ? null : $"mailto:{mail}");
        _g.Is(Nederlands, "dct:LinguisticSystem");
        _g.Is(Openbaar, "dct:RightsStatement")
            .Is(Openbaar, "skos:Concept")
            .Tekst(Openbaar, "skos:prefLabel", "openbaar");
        _g.Is(Cc0, "dct:LicenseDocument");
        _g.Is(Eu + "data-theme", "skos:ConceptScheme").Tekst(Eu + "data-theme", "dct:title", "Data theme", "en");
    }

    private void Service(Dataservice service)
    {
        var adres = Adres(service.Pad);
        var thema = Thema(AnderThema);
        _g.Ding(Catalogus, "dcat:service", adres)
            .Is(adres, "dcat:DataService")
            .Tekst(adres, "dct:title", service.Titel)
            .Tekst(adres, "dct:description", service.Uitleg)
            .Tekst(adres, "dct:identifier", adres, null)
            .Tekst(adres, "dcat:keyword", "open data")
            .Ding(adres, "dcat:endpointURL", adres)
            .Ding(adres, "dcat:endpointDescription", Adres(service.Beschrijving))
            .Ding(adres, "dct:conformsTo", service.Norm)
            .Is(adres, "rdfs:Resource")
            .Is(Adres(service.Beschrijving), "rdfs:Resource")
            .Is(service.Norm, "dct:Standard")
            .Ding(adres, "dct:publisher", Uitgever)
            .Ding(adres, "dct:creator", Uitgever)
            .Ding(adres, "dcat:contactPoint", Contact)
            .Ding(adres, "dct:license", Cc0)
            .Ding(adres, "dct:accessRights", Openbaar)
            .Ding(adres, "dct:language", Nederlands)
            .Ding(adres, "dcat:theme", thema);
    }

    private void Dataset(Uitgave uitgave, Dataservice? service, IReadOnlyDictionary<string, Uitgavebestand> bekend)
    {
        var (d, v) = (uitgave.Dataset, uitgave.Versie);
        var (adres, maker) = (Adres($"data/{d.Code}"), Adres($"data/{d.Code}#maker"));
        _g.Is(maker, "foaf:Agent").Tekst(maker, "foaf:name", d.Eigenaar);
        _g.Ding(Catalogus, "dcat:dataset", adres)
            .Is(adres, "dcat:Dataset")
            .Tekst(adres, "dct:title", d.Titel)
            .Tekst(adres, "dct:description", $"{d.Doel} Bron: {d.Bron}")
            .Tekst(adres, "dct:identifier", adres, null)
            .Tekst(adres, "dcat:keyword", d.Onderwerp)
            .Tekst(adres, "dcat:version", $"{v.Nummer}", null)
            .Tekst(adres, "adms:versionNotes", v.Wijziging)
            .Ding(adres, "dct:publisher", Uitgever)
            .Ding(adres, "dct:creator", maker)
            .Ding(adres, "dcat:contactPoint", Contact)
            .Ding(adres, "dcat:theme", Thema(Themas.GetValueOrDefault(d.Onderwerp, AnderThema)))
            .Ding(adres, "dct:accessRights", Openbaar)
            .Ding(adres, "dct:language", Nederlands)
            .Ding(adres, "dct:accrualPeriodicity", Frequentie(d.Ritme))
            .Moment(adres, "dct:modified", v.GepubliceerdOp)
            .Ding(adres, "dcat:landingPage", adres)
            .Ding(adres, "foaf:page", Adres(uitgave.Pad))
            .Is(adres, "foaf:Document")
            .Is(Adres(uitgave.Pad), "foaf:Document");
        foreach (var (tabel, formaat) in uitgave.Tabellen.SelectMany(t => t.Formaten.Select(f => (t, f))))
        {
            Distributie(uitgave, tabel, formaat, service, bekend.GetValueOrDefault($"{tabel.Naam}.{formaat.Extensie}"));
        }
    }

    private void Distributie(
        Uitgave uitgave,
        UitgaveTabel tabel,
        Formaat formaat,
        Dataservice? service,
        Uitgavebestand? bestand
    )
    {
        var bron = Adres(uitgave.Bestand(tabel, formaat));
        var adres = $"{bron}#bestand";
        var soort = Soorten + formaat.MediaType.Split(';')[0];
        _g.Ding(Adres($"data/{uitgave.Dataset.Code}"), "dcat:distribution", adres)
            .Is(adres, "dcat:Distribution")
            .Tekst(adres, "dct:title", $"{tabel.Collectie.Titel} ({formaat.Extensie.ToUpperInvariant()})")
            .Tekst(adres, "dct:description", formaat.Uitleg)
            .Ding(adres, "dcat:accessURL", Adres(uitgave.Pad))
            .Ding(adres, "dcat:downloadURL", bron)
            .Is(Adres(uitgave.Pad), "rdfs:Resource")
            .Is(bron, "rdfs:Resource")
            .Ding(adres, "dct:license", Licentie(uitgave.Dataset))
            .Ding(adres, "dct:language", Nederlands)
            .Ding(adres, "dcat:mediaType", soort)
            .Is(soort, "dct:MediaType")
            .Moment(adres, "dct:modified", uitgave.Versie.GepubliceerdOp);
        if (formaat.Bestandstype is { } type)
        {
            _g.Ding(adres, "dct:format", $"{Eu}file-type/{type}").Is($"{Eu}file-type/{type}", "dct:MediaTypeOrExtent");
        }
        if (service is not null)
        {
            _g.Ding(adres, "dcat:accessService", Adres(service.Pad));
        }
        if (bestand is not null)
        {
            Som(adres, bestand);
        }
    }

    private void Som(string adres, Uitgavebestand bestand)
    {
        var som = $"{adres}-som";
        _g.Waarde(
                adres,
                "dcat:byteSize",
                bestand.Bytes.ToString(CultureInfo.InvariantCulture),
                "xsd:nonNegativeInteger"
            )
            .Ding(adres, "spdx:checksum", som)
            .Is(som, "spdx:Checksum")
            .Ding(som, "spdx:algorithm", "spdx:checksumAlgorithm_sha256")
            .Is("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm")
            .Waarde(som, "spdx:checksumValue", bestand.Sha256, "xsd:hexBinary");
    }

    // A licence without an address of its own is described here.
    private string Licentie(UitgaveDataset dataset)
    {
        var adres = dataset.LicentieUrl ?? Adres($"data/{dataset.Code}#licentie");
        _g.Is(adres, "dct:LicenseDocument")
            .Tekst(adres, "rdfs:label", dataset.LicentieUrl is null ? dataset.Licentie : null);
        return adres;
    }

    private string Thema((string Code, string Naam) thema)
    {
        var adres = $"{Eu}data-theme/{thema.Code}";
        _g.Is(adres, "skos:Concept")
            .Tekst(adres, "skos:prefLabel", thema.Naam)
            .Ding(adres, "skos:inScheme", Eu + "data-theme");
        return adres;
    }

    private string Frequentie(string? ritme)
    {
        var adres = $"{Eu}frequency/{(ritme is null ? "UNKNOWN" : Ritmes.GetValueOrDefault(ritme, "UNKNOWN"))}";
        _g.Is(adres, "dct:Frequency");
        return adres;
    }
}

using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;

namespace Portal.Data.Ophalen;

/// <summary>Announcements of the last twelve months, or since the newest that there is.</summary>
internal static class KoopStap
{
    public static async Task<Uitkomst> LaadAsync(Opdracht opdracht, Gereedschap met, CancellationToken ct)
    {
        var publicatie = new Publicatie(met.Db, met.Archief)
        {
            MagKrimpen = true, // a slice judges its own days
            AlleenAlsAnders = true,
            Ritme = opdracht.Bron.Ritme,
        };
        var pauze = met.Haler.Instellingen.Pauze == TimeSpan.Zero ? TimeSpan.Zero : default(TimeSpan?);
        var sync = KoopSync.Maak(met.Db, publicatie, met.Koop ?? opdracht.Adres(), met.Via, pauze);
        var rapporten = new List<ImportRapport>();
        await foreach (var rapport in sync.HaalOpAsync(opdracht.Gemeente.Naam, null, met.Klok.Vandaag, ct))
        {
            rapporten.Add(rapport);
        }
        return new(rapporten, null, []);
    }
}

using System.Text.Json;
using Portal.Data.Gebieden;

namespace Portal.Data.Ophalen;

/// <summary>Figures of the areas of a municipality from tables of CBS: one a year, or one of all years.</summary>
internal sealed class CbsCijfers(Opdracht opdracht, Gereedschap met)
{
    private readonly Cijferdeel _deel = opdracht.Bron.Cijfers!;
    private readonly Metingen _gelezen = new([], [], []);

    /// <returns>Null: CBS says that nothing changed.</returns>
    public async Task<Metingen?> LeesAsync(CancellationToken ct)
    {
        var tabellen = Tabellen().ToList();
        var gewijzigd = new List<string?>();
        foreach (var (jaar, tabel) in tabellen)
        {
            gewijzigd.Add($"{jaar} {await tabel.GewijzigdAsync(ct)}");
        }
        _gelezen.Kenmerk = gewijzigd.All(g => g!.EndsWith(' ')) ? null : string.Join(';', gewijzigd);
        if (_gelezen.Kenmerk is not null && _gelezen.Kenmerk == opdracht.Eerder)
        {
            return null;
        }
        foreach (var (jaar, tabel) in tabellen)
        {
            await LeesAsync(jaar, tabel, ct);
        }
        return _gelezen;
    }

    private IEnumerable<(int? Jaar, CbsTabel Tabel)> Tabellen() =>
        opdracht.Bron.Tabellen.Count == 0
            ? [(null, new CbsTabel(met.Paginas, opdracht.Adres()))]
            : opdracht
                .Bron.Tabellen.OrderByDescending(t => t.Key)
                .Take(_deel.Jaren)
                .Select(t => ((int?)t.Key, new CbsTabel(met.Paginas, opdracht.Adres(t.Key, t.Value))));

    private async Task LeesAsync(int? jaar, CbsTabel tabel, CancellationToken ct)
    {
        foreach (var groep in _deel.Indicatoren.GroupBy(i => Waar(i.Waar)))
        {
            var kolommen = await KolommenAsync(jaar, tabel, groep, ct);
            var vast = await VasteKolommenAsync(tabel, ct);
            foreach (var periode in jaar is null ? Jaren() : [null])
            {
                var maanden = new Maandsom();
                await foreach (
                    var rij in tabel.RijenAsync(
                        Filter(groep.Key, periode),
                        [_deel.Gebied, .. Keuze(groep.First()), .. vast.Values, .. kolommen.Values.Distinct()],
                        ct
                    )
                )
                {
                    Neem(rij, jaar, groep, kolommen, maanden);
                    Stand(rij, jaar, vast);
                }
                _gelezen.Cijfers.AddRange(maanden.Jaren());
            }
        }
    }

    private IEnumerable<int?> Jaren() => Enumerable.Range(1, _deel.Jaren).Select(j => (int?)met.Klok.Vandaag.Year - j);

    private IEnumerable<string> Keuze(Cijfer cijfer) =>
        (cijfer.Waar?.Keys ?? []).Concat(_deel.Jaar is null ? [] : [_deel.Jaar]);

    private static string Waar(IReadOnlyDictionary<string, string>? waar) =>
        string.Join(
            " and ",
            (waar ?? new Dictionary<string, string>()).Select(w => $"{w.Key} eq {CbsTabel.Aangehaald(w.Value)}")
        );

    // Codes are padded to a width that differs by table: so no "eq" for the area (sources.md, D2)
    private string Filter(string waar, int? jaar) =>
        string.Join(
            " and ",
            new[]
            {
                waar,
                jaar is null ? "" : $"substringof('{jaar}',{_deel.Jaar})",
                $"substringof('{opdracht.Gemeente.Nummer}',{_deel.Gebied})",
            }.Where(d => d.Length > 0)
        );

    private async Task<Dictionary<Cijfer, string>> KolommenAsync(
        int? jaar,
        CbsTabel tabel,
        IEnumerable<Cijfer> cijfers,
        CancellationToken ct
    )
    {
        var kolommen = new Dictionary<Cijfer, string>();
        foreach (var cijfer in cijfers)
        {
            if (await tabel.KolomAsync(cijfer.Kolom, ct) is { } kolom)
            {
                kolommen[cijfer] = kolom;
                continue;
            }
            _gelezen.Meldingen.Add(
                $"{cijfer.Naam}{(jaar is null ? "" : $", {jaar}")}: de tabel heeft geen kolom {cijfer.Kolom}."
            );
        }
        return kolommen;
    }

    private async Task<Dictionary<string, string>> VasteKolommenAsync(CbsTabel tabel, CancellationToken ct)
    {
        var vast = new Dictionary<string, string>();
        foreach (var naam in new[] { _deel.Wijziging, _deel.Inwoners, _deel.Huishoudens }.OfType<string>())
        {
            if (await tabel.KolomAsync(naam, ct) is { } kolom)
            {
                vast[naam] = kolom;
            }
        }
        return vast;
    }

    private void Neem(
        JsonElement rij,
        int? tabeljaar,
        IEnumerable<Cijfer> cijfers,
        Dictionary<Cijfer, string> kolommen,
        Maandsom maanden
    )
    {
        if (Code(rij) is not { } gebied || Tijd(rij, tabeljaar) is not var (jaar, maand))
        {
            return;
        }
        foreach (var cijfer in cijfers.Where(kolommen.ContainsKey).Where(c => Past(rij, c)))
        {
            var waarde = Missend.Getal(CbsTabel.Tekst(rij, kolommen[cijfer])) * cijfer.Maal;
            if (_deel.Maanden && maand is { } nummer)
            {
                maanden.Neem((gebied, jaar, cijfer), nummer, waarde);
            }
            else if (!_deel.Maanden && maand is null)
            {
                _gelezen.Cijfers.Add(new(gebied, jaar, cijfer, waarde));
            }
        }
    }

    private static bool Past(JsonElement rij, Cijfer cijfer) =>
        cijfer.Waar is null || cijfer.Waar.All(w => CbsTabel.Tekst(rij, w.Key) == w.Value.Trim());

    private (int Jaar, int? Maand)? Tijd(JsonElement rij, int? tabeljaar) =>
        tabeljaar is { } jaar ? (jaar, null) : Periode.Lees(CbsTabel.Tekst(rij, _deel.Jaar!));

    /// <summary>Ours only: the source may take no notice of a filter.</summary>
    private string? Code(JsonElement rij) =>
        CbsTabel.Tekst(rij, _deel.Gebied) is { } code && Gemeentecode.In(code) == opdracht.Gemeente.Code ? code : null;

    private void Stand(JsonElement rij, int? tabeljaar, Dictionary<string, string> vast)
    {
        if (_deel.Inwoners is null || tabeljaar is not { } jaar || Code(rij) is not { } gebied)
        {
            return;
        }
        string? Van(string? naam) =>
            naam is not null && vast.TryGetValue(naam, out var kolom) ? CbsTabel.Tekst(rij, kolom) : null;
        string? Aantal(string? naam) => Missend.Getal(Van(naam)) is null ? null : Van(naam);
        _gelezen.Standen.Add(
            new(
                gebied,
                jaar,
                Aantal(_deel.Inwoners),
                Aantal(_deel.Huishoudens),
                Van(_deel.Wijziging) is not (null or "" or "1")
            )
        );
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using Portal.Data.Bestanden;

namespace Portal.Data.Oordelen;

/// <summary>
/// A text that was masked, for the list that staff judge. <paramref name="Soort"/>: ontvanger or titel.
/// </summary>
public sealed record Gemaskeerd(string Soort, string Tekst, Uitspraak Uitspraak, decimal Bedrag);

/// <summary>
/// The one judge of every text that is published, for every reader: what a member of staff decided of the text comes
/// first,
/// then the patterns of <see cref="Privacy"/>, then the rules of <see cref="Beoordelaar"/> (docs/decisions/0012).
/// </summary>
public sealed class Oordelen
{
    private readonly Dictionary<string, Uitspraak> _besloten;
    private readonly byte[] _zout;
    private const int MeesteEerder = 20_000; // a file may hold a million texts, and most that come back do so soon

    private readonly ConcurrentDictionary<(bool Ontvanger, string Tekst), Uitspraak> _eerder = [];
    private int _aantalEerder;

    private Oordelen(Dictionary<string, Uitspraak> besloten, byte[] zout) => (_besloten, _zout) = (besloten, zout);

    /// <summary>Everything that was masked since this was made, while someone listens.</summary>
    public ICollection<Gemaskeerd>? Gemaskeerd { get; init; }

    public static async Task<Oordelen> LeesAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        string archief,
        ICollection<Gemaskeerd>? gemaskeerd = null
    )
    {
        var rijen = await connection.QueryAsync<(string Sleutel, string Oordeel)>(
            "select sleutel, oordeel from oordeel",
            transaction: transaction
        );
        var zout = await Zout.LeesAsync(connection, transaction, archief);
        return new(
            rijen.ToDictionary(r => r.Sleutel, r => r.Oordeel == "persoon" ? Uitspraak.Persoon : Uitspraak.Openbaar),
            zout
        )
        {
            Gemaskeerd = gemaskeerd,
        };
    }

    /// <summary>A title or other free text as it may be published: itself, or the mask.</summary>
    public string? Titel(string? tekst, decimal? bedrag = null) =>
        tekst is null ? null
        : Vrij(false, tekst, bedrag) ? tekst
        : Masker.Titel;

    /// <summary>What is said of a title or other free text.</summary>
    public Uitspraak VanTitel(string tekst) => Oordeel(false, tekst);

    /// <summary>Whether a member of staff decided that this text names a person.</summary>
    public bool IsBeslotenPersoon(string tekst) =>
        _besloten.Count > 0 && _besloten.GetValueOrDefault(Sleutel(_zout, tekst)) == Uitspraak.Persoon;

    /// <summary>
    /// The name of a recipient that the source calls an organisation, as it may be published, and the kind of recipient
    /// that makes it.
    /// </summary>
    public (string Soort, string Naam) Ontvanger(string naam, decimal? bedrag = null) =>
        Vrij(true, naam, bedrag) ? ("organisatie", naam)
        : Oordeel(true, naam) == Uitspraak.Persoon ? ("particulier", Masker.Persoon)
        : ("onbeoordeeld", Masker.Onbeoordeeld);

    /// <summary>By which a text is kept without being readable.</summary>
    internal static string Sleutel(byte[] zout, string tekst) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(zout, Encoding.UTF8.GetBytes(Gelijk(tekst))));

    private bool Vrij(bool ontvanger, string tekst, decimal? bedrag)
    {
        var uitspraak = Oordeel(ontvanger, tekst);
        if (uitspraak != Uitspraak.Openbaar)
        {
            Gemaskeerd?.Add(new(ontvanger ? "ontvanger" : "titel", tekst, uitspraak, bedrag ?? 0));
        }
        return uitspraak == Uitspraak.Openbaar;
    }

    private Uitspraak Oordeel(bool ontvanger, string tekst)
    {
        if (_eerder.TryGetValue((ontvanger, tekst), out var eerder))
        {
            return eerder;
        }
        if (Interlocked.Increment(ref _aantalEerder) > MeesteEerder)
        {
            _eerder.Clear();
            _aantalEerder = 1;
        }
        return _eerder[(ontvanger, tekst)] = Nieuw(ontvanger, tekst);
    }

    // An address or number of a person is never published: that is not for staff to decide.
    private Uitspraak Nieuw(bool ontvanger, string tekst) =>
        Privacy.Vind(tekst) is not null ? (ontvanger ? Uitspraak.Twijfel : Uitspraak.Persoon)
        : _besloten.Count > 0 && _besloten.TryGetValue(Sleutel(_zout, tekst), out var besloten) ? besloten
        : ontvanger ? Beoordelaar.Standaard.Ontvanger(tekst)
        : Beoordelaar.Standaard.Titel(tekst);

    // A text with another space or capital is the same text.
    internal static string Gelijk(string tekst) =>
        string.Join(' ', tekst.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

using System.Collections;
using System.Text;
using Portal.Data.Bestanden;

namespace Portal.Data.Datasets;

/// <summary>
/// The rows of a delivery that were refused, all of them, in the order in which they were met. The first ones stand in
/// memory; what is more, and that may be a million, in a file without a name that is gone with the process.
/// </summary>
public sealed class Afwijzingen : IReadOnlyList<Afwijzing>
{
    private const int InGeheugen = 10_000;
    private const int Tegelijk = 1_000;

    private readonly List<Afwijzing> _eerste = [];
    private BinaryWriter? _rest;
    private int? _laatste;

    public int Count { get; private set; }

    /// <summary>The rows they are of: one row may be refused for several reasons.</summary>
    public int Rijen { get; private set; }

    public Afwijzing this[int index] => index < _eerste.Count ? _eerste[index] : this.Skip(index).First();

    internal void Add(Afwijzing afwijzing)
    {
        Count++;
        Rijen += afwijzing.Rij == _laatste ? 0 : 1;
        _laatste = afwijzing.Rij;
        if (_eerste.Count < InGeheugen)
        {
            _eerste.Add(afwijzing);
            return;
        }
        _rest ??= new(Tijdelijk.ZonderNaam(), Encoding.UTF8);
        _rest.Seek(0, SeekOrigin.End); // it may have been read meanwhile
        _rest.Write(afwijzing.Rij);
        _rest.Write(afwijzing.Kolom);
        _rest.Write(afwijzing.Waarde is not null);
        _rest.Write(afwijzing.Waarde ?? "");
        _rest.Write(afwijzing.Reden);
    }

    public IEnumerator<Afwijzing> GetEnumerator()
    {
        foreach (var afwijzing in _eerste)
        {
            yield return afwijzing;
        }
        for (long plek = 0; plek < (_rest?.BaseStream.Length ?? 0); )
        {
            foreach (var afwijzing in Lees(_rest!.BaseStream, ref plek))
            {
                yield return afwijzing;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static List<Afwijzing> Lees(Stream rest, ref long plek)
    {
        var gelezen = new List<Afwijzing>();
        rest.Position = plek;
        using (var lezer = new BinaryReader(rest, Encoding.UTF8, leaveOpen: true))
        {
            while (gelezen.Count < Tegelijk && rest.Position < rest.Length)
            {
                var (rij, kolom, heeft) = (lezer.ReadInt32(), lezer.ReadString(), lezer.ReadBoolean());
                var waarde = lezer.ReadString();
                gelezen.Add(new(rij, kolom, heeft ? waarde : null, lezer.ReadString()));
            }
        }
        plek = rest.Position;
        return gelezen;
    }
}

using System.Globalization;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>Which day of an announcement a question is about.</summary>
public enum KoopDatum
{
    /// <summary>Of publication: for the first time, or a month again.</summary>
    Beschikbaar,

    /// <summary>Of the last change: for keeping up.</summary>
    Gewijzigd,
}

/// <summary>The announcements of one municipality from day to day, both included.</summary>
public sealed record KoopVraag(string Gemeente, DateOnly Van, DateOnly TotEnMet, KoopDatum Op = KoopDatum.Beschikbaar)
{
    internal IEnumerable<KoopVraag> Maanden()
    {
        for (var van = Van; van <= TotEnMet; van = new DateOnly(van.Year, van.Month, 1).AddMonths(1))
        {
            var einde = new DateOnly(van.Year, van.Month, 1).AddMonths(1).AddDays(-1);
            yield return this with
            {
                Van = van,
                TotEnMet = einde < TotEnMet ? einde : TotEnMet,
            };
        }
    }

    internal IEnumerable<KoopVraag> Dagen()
    {
        for (var dag = Van; dag <= TotEnMet; dag = dag.AddDays(1))
        {
            yield return this with
            {
                Van = dag,
                TotEnMet = dag,
            };
        }
    }

    /// <summary>In CQL. The type of organisation too: Utrecht is a municipality and a province.</summary>
    internal string Cql()
    {
        var index = Op == KoopDatum.Beschikbaar ? "dt.available" : "dt.modified";
        var van = Van.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var totEnMet = TotEnMet.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"c.product-area==officielepublicaties AND dt.creator={Tekst(Gemeente)} "
            + $"AND w.organisatietype=gemeente AND {index}>={van} AND {index}<={totEnMet} "
            + $"sortBy {index} /sort.ascending";
    }

    // Between quotes * ? and ^ are still wildcards.
    private static string Tekst(string waarde)
    {
        if (waarde.Any(char.IsControl) || string.IsNullOrWhiteSpace(waarde))
        {
            throw new ImportFout($"‘{waarde.Trim()}’ is geen naam van een gemeente; geef die zoals KOOP hem schrijft.");
        }
        return $"\"{string.Concat(waarde.Select(t => t is '"' or '\\' or '*' or '?' or '^' ? $"\\{t}" : $"{t}"))}\"";
    }
}

/// <summary>A part of what was asked, read whole: to be stored before the next part is asked for.</summary>
/// <param name="Records">Of the Gemeenteblad, each once.</param>
public sealed record KoopDeel(DateOnly Van, DateOnly TotEnMet, IReadOnlyList<KoopRecord> Records)
{
    public IReadOnlyList<KoopRecord> Andere { get; init; } = [];
    public IReadOnlyList<KoopFout> Fouten { get; init; } = [];

    /// <summary>How many records the server said there are; it estimates.</summary>
    public int Beloofd { get; init; }

    /// <summary>How many it gave, each once; what is less than promised is not therefore gone.</summary>
    public int Gelezen { get; init; }

    /// <summary>How many records came twice.</summary>
    public int Dubbel { get; init; }
}

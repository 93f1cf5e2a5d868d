using System.Globalization;

namespace Portal.Web.Components;

/// <summary>An area by two figures.</summary>
public sealed record Paarpunt(string Naam, decimal X, decimal Y);

/// <summary>An axis around all figures, from round to round, in steps of 1, 2 or 5 with zeros.</summary>
public sealed record Spreidingsas(decimal Stap, decimal Van, decimal Tot)
{
    private const int Stappen = 4;

    public static Spreidingsas Om(IReadOnlyCollection<decimal> waarden)
    {
        var (laagste, hoogste) = (waarden.DefaultIfEmpty(0).Min(), waarden.DefaultIfEmpty(0).Max());
        var ruw = (double)(hoogste - laagste) / Stappen;
        var macht = ruw == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(ruw)));
        var stap = (decimal)(
            macht
            * (ruw / macht) switch
            {
                <= 1 => 1,
                <= 2 => 2,
                <= 5 => 5,
                _ => 10,
            }
        );
        var van = Math.Floor(laagste / stap) * stap;
        return new(stap, van, Math.Max(Math.Ceiling(hoogste / stap) * stap, van + stap));
    }

    public IEnumerable<decimal> Lijnen
    {
        get
        {
            for (var waarde = Van; waarde <= Tot; waarde += Stap)
            {
                yield return waarde;
            }
        }
    }

    /// <summary>From 0 to 1 along the axis.</summary>
    public double Deel(decimal waarde) => (double)((waarde - Van) / (Tot - Van));

    /// <summary>A mark on it, with as many decimals as the step has.</summary>
    public string Streepje(decimal waarde)
    {
        var tekst = (Stap / 1.0000000000m).ToString("0.##########", CultureInfo.InvariantCulture);
        var decimalen = tekst.Contains('.', StringComparison.Ordinal) ? tekst.Length - tekst.IndexOf('.') - 1 : 0;
        return waarde.ToString($"N{decimalen}", Taal.Getallen);
    }
}

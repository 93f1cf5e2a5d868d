using System.Globalization;

namespace Portal.Web.Components;

/// <summary>Numbers in a drawing have a point, whatever the language of the page: "12,5" would draw nothing.</summary>
public static class Svg
{
    public static string Maat(double getal) => getal.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Deel(double deel) => (100 * deel).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}

using System.Runtime.CompilerServices;

namespace Portal.Data;

/// <summary>
/// No pattern may take long over a text of a stranger: every <see cref="System.Text.RegularExpressions.Regex"/> of the
/// process, the generated ones too, stops after a second. A reader of files names the row, an address is refused.
/// </summary>
public static class Patronen
{
    public static readonly TimeSpan Langst = TimeSpan.FromSeconds(1);

#pragma warning disable CA2255 // before the first pattern is made, whoever uses this library
    [ModuleInitializer]
    internal static void Begrens() => AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", Langst);
#pragma warning restore CA2255
}

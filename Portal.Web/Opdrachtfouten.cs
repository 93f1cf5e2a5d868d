using System.CommandLine;
using System.CommandLine.Parsing;
using Portal.Data.Bestanden;

namespace Portal.Web;

/// <summary>What is wrong with a command, in Dutch; the library only knows English.</summary>
internal static class Opdrachtfouten
{
    public static string AlsTekst(ParseResult resultaat)
    {
        var zinnen = resultaat.Errors.SelectMany(f => Zinnen(resultaat, f)).Distinct().ToList();
        var naam = string.Join(' ', Pad(resultaat.CommandResult));
        return $"{string.Join('\n', zinnen)}\nKijk hoe het moet met: {naam} --help";
    }

    private static IEnumerable<string> Zinnen(ParseResult resultaat, ParseError fout) =>
        fout.SymbolResult switch
        {
            OptionResult optie => [VanOptie(optie)],
            ArgumentResult { Parent: OptionResult optie } => [VanOptie(optie)],
            ArgumentResult argument => [$"Geef ook mee: {argument.Argument.Name.ToUpperInvariant()}."],
            CommandResult opdracht => VanOpdracht(resultaat, opdracht),
            _ => VanOpdracht(resultaat, resultaat.CommandResult),
        };

    private static string VanOptie(OptionResult optie)
    {
        var gegeven = string.Join(' ', optie.Tokens.Select(t => t.Value));
        var naam = optie.Option.Name;
        if (gegeven.Length == 0)
        {
            return optie.Implicit ? $"Geef ook mee: {naam}." : $"Achter {naam} ontbreekt wat het moet zijn.";
        }
        var soort = optie.Option.ValueType;
        var keuze = optie
            .Option.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty)
            .Select(k => k.Label)
            .ToList();
        var verwacht =
            soort == typeof(int?) ? "Dat is geen getal zoals 2026."
            : keuze.Count > 0 ? $"Kies uit {string.Join(", ", keuze)}."
            : "Dat kan daar niet.";
        return $"Bij {naam} staat '{Zin.Veilig(gegeven, 80)}'. {verwacht}";
    }

    private static IEnumerable<string> VanOpdracht(ParseResult resultaat, CommandResult opdracht)
    {
        foreach (var over in resultaat.UnmatchedTokens)
        {
            yield return $"'{Zin.Veilig(over, 80)}' kent deze opdracht niet.";
        }
        foreach (
            var optie in opdracht.Command.Options.Where(o =>
                o.Required && resultaat.GetResult(o) is null or { Implicit: true }
            )
        )
        {
            yield return $"Geef ook mee: {optie.Name}.";
        }
        if (opdracht.Command.Subcommands.Count > 0 && resultaat.UnmatchedTokens.Count == 0)
        {
            yield return $"Zeg wat er moet gebeuren: {string.Join(", ", opdracht.Command.Subcommands.Select(c => c.Name))}.";
        }
    }

    private static IEnumerable<string> Pad(CommandResult opdracht) =>
        opdracht.Parent is CommandResult boven ? Pad(boven).Append(opdracht.Command.Name) : ["portal"];
}

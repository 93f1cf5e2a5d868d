using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Portal.Web;

/// <summary>What <c>--help</c> says, in Dutch; the library only knows English.</summary>
internal sealed class Opdrachthulp : SynchronousCommandLineAction
{
    private const int Kolom = 30; // where the explanation begins

    public static void Vertaal(RootCommand wortel)
    {
        foreach (var optie in wortel.Options)
        {
            switch (optie)
            {
                case HelpOption hulp:
                    hulp.Description = "Deze uitleg.";
                    hulp.Action = new Opdrachthulp();
                    break;
                case VersionOption versie:
                    versie.Description = "De versie van dit programma.";
                    break;
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var opdracht = parseResult.CommandResult.Command;
        var uit = parseResult.InvocationConfiguration.Output;
        uit.WriteLine(opdracht.Description);
        uit.WriteLine();
        uit.WriteLine("Gebruik:");
        uit.WriteLine($"  {Gebruik(opdracht)}");
        Deel(uit, "Mee te geven:", opdracht.Arguments.Select(a => (a.Name.ToUpperInvariant(), a.Description)));
        Deel(uit, "Opties:", Opties(opdracht).Select(o => (Naam(o), (string?)Uitleg(o))));
        Deel(uit, "Opdrachten:", opdracht.Subcommands.Select(c => (c.Name, c.Description)));
        return 0;
    }

    private static IEnumerable<Option> Opties(Command opdracht) =>
        opdracht
            .Parents.OfType<Command>()
            .Aggregate(
                opdracht.Options.AsEnumerable(),
                (opties, boven) => opties.Concat(Opties(boven).Where(o => o.Recursive))
            );

    private static string Gebruik(Command opdracht)
    {
        var pad = new List<string>();
        for (var c = opdracht; c is not null and not RootCommand; c = c.Parents.OfType<Command>().FirstOrDefault())
        {
            pad.Insert(0, c.Name);
        }
        return string.Join(
            ' ',
            pad.Prepend("portal")
                .Concat(opdracht.Subcommands.Count > 0 ? ["OPDRACHT"] : [])
                .Concat(opdracht.Arguments.Select(a => a.Name.ToUpperInvariant()))
                .Append("[opties]")
        );
    }

    private static string Naam(Option optie)
    {
        var waarde = optie.ValueType == typeof(bool) || optie is HelpOption or VersionOption ? "" : " …";
        return string.Join(", ", optie.Aliases.Prepend(optie.Name).Where(n => !n.StartsWith('/'))) + waarde;
    }

    private static string Uitleg(Option optie)
    {
        var keuze =
            optie.ValueType == typeof(string)
                ? optie.GetCompletions(CompletionContext.Empty).Select(k => k.Label).ToList()
                : [];
        return $"{optie.Description}{(keuze.Count > 0 ? $" Kies uit: {string.Join(", ", keuze)}." : "")}"
            + (optie.Required ? " Verplicht." : "");
    }

    private static void Deel(TextWriter uit, string kop, IEnumerable<(string Naam, string? Uitleg)> regels)
    {
        var lijst = regels.ToList();
        if (lijst.Count == 0)
        {
            return;
        }
        uit.WriteLine();
        uit.WriteLine(kop);
        foreach (var (naam, uitleg) in lijst)
        {
            uit.WriteLine($"  {naam.PadRight(Kolom - 2)} {uitleg}".TrimEnd());
        }
    }
}

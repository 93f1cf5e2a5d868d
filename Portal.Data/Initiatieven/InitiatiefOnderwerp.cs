using Portal.Data.Datasets;

namespace Portal.Data.Initiatieven;

public static class InitiatiefOnderwerp
{
    public const string Code = "initiatieven";

    private static readonly Importsoort Buurtbudget = new(
        "initiatieven",
        "Een buurtbudget (.pb).",
        [],
        (p, pad, _, ct) => new InitiatiefImport(p).LaadAsync(pad, ct)
    );

    public static readonly Onderwerp Onderwerp = new(Code, [new("initiatief")], [Buurtbudget]);
}

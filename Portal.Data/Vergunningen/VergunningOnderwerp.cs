using Portal.Data.Datasets;

namespace Portal.Data.Vergunningen;

public static class VergunningOnderwerp
{
    public const string Code = "vergunningen";

    public static readonly Onderwerp Onderwerp = new(Code, [new("vergunning")], []);
}

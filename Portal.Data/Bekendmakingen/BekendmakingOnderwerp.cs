using Portal.Data.Datasets;

namespace Portal.Data.Bekendmakingen;

public static class BekendmakingOnderwerp
{
    public const string Code = "bekendmakingen";

    public static readonly Onderwerp Onderwerp = new(Code, [new("bekendmaking")], []);
}

namespace Portal.Data.Oordelen;

/// <summary>How often the judge was right on rows of Amsterdam's subsidy register that were labelled by hand.</summary>
public sealed record OordeelMeting(Meetreeks Ontvangers, Meetreeks Titels);

/// <param name="OverigeGemaskeerd">Percentage of all texts that name no person but are masked: the draws weighted to the register.</param>
public sealed record Meetreeks(int Gelabeld, int Personen, int PersonenGemaskeerd, int Overige, decimal OverigeGemaskeerd);

namespace Portal.Data.Oordelen;

/// <summary>
/// How often the judge was right on texts of one register that were drawn after its last change and labelled by
/// somebody who had not seen it.
/// </summary>
/// <param name="Gemeente">Code of the municipality it was measured on; of no other is anything said.</param>
public sealed record OordeelMeting(string Gemeente, string Bron, DateOnly Op, Meetreeks Ontvangers, Meetreeks Titels);

/// <param name="Personen">Labelled as a person, and how many of those are masked.</param>
/// <param name="PersonenGeschat">Percentage of all persons in the register that is masked: the draw weighted to the
/// register. Wide: it rests on a few that were missed.</param>
/// <param name="OverigeGeschat">Percentage of all texts that name no person but are masked, weighted likewise.</param>
/// <param name="OverigeZeker">The same without the texts of which the reader could not tell.</param>
public sealed record Meetreeks(
    int Gelabeld,
    int Personen,
    int PersonenGemaskeerd,
    decimal PersonenGeschat,
    decimal OverigeGeschat,
    decimal OverigeZeker
);

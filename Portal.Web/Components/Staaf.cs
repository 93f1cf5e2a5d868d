namespace Portal.Web.Components;

/// <summary>One bar. <paramref name="Uitleg"/> is one plain sentence, shown under the name.</summary>
public sealed record Staaf(string Naam, decimal Bedrag, string? Uitleg = null, string? Url = null);

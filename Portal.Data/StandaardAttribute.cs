namespace Portal.Data;

/// <summary>
/// What is chosen when the address leaves this part of a filter out; an address that says it is the same address.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class StandaardAttribute(string waarde) : Attribute
{
    public string Waarde => waarde;
}

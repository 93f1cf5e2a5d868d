namespace Portal.Data.Oordelen;

/// <summary>How a text uses capitals, and so what a capital means in it.</summary>
internal enum Schrift
{
    Gemengd,
    Klein,
    Groot,
}

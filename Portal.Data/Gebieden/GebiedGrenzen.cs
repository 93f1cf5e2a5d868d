namespace Portal.Data.Gebieden;

/// <summary>How much a delivery of areas may hold, so that loading and checking it ends.</summary>
public static class GebiedGrenzen
{
    /// <summary>Of the own municipality; Amsterdam has 518 buurten.</summary>
    public const int Gebieden = 20_000;

    /// <summary>Of one shape.</summary>
    public const int Punten = 200_000;

    public const int PuntenSamen = 5_000_000;

    public const int Code = 40;

    public const int Naam = 200;

    /// <summary>The points of a shape, counted in its GeoJSON: the brackets that open before a number.</summary>
    public static int Tel(ReadOnlySpan<char> geojson)
    {
        var aantal = 0;
        for (var plek = geojson.IndexOf('['); plek >= 0; )
        {
            geojson = geojson[(plek + 1)..].TrimStart();
            aantal += geojson is [>= '0' and <= '9' or '-', ..] ? 1 : 0;
            plek = geojson.IndexOf('[');
        }
        return aantal;
    }
}

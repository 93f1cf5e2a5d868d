namespace Portal.Data.Ogc;

/// <summary>A coordinate system in which shapes are given and asked.</summary>
/// <param name="Omgekeerd">Its first axis is latitude (EPSG), where PostGIS and GeoJSON have longitude first.</param>
/// <param name="Decimalen">About a centimetre.</param>
public sealed record Crs(string Uri, int Srid, bool Omgekeerd, int Decimalen)
{
    public static readonly Crs Crs84 = new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, false, 7);
    public static readonly Crs Rd = new("http://www.opengis.net/def/crs/EPSG/0/28992", 28992, false, 3);

    public static readonly IReadOnlyList<Crs> Alle =
    [
        Crs84,
        Rd,
        new("http://www.opengis.net/def/crs/EPSG/0/4258", 4258, true, 7),
        new("http://www.opengis.net/def/crs/EPSG/0/4326", 4326, true, 7),
    ];

    public bool InGraden => Srid != Rd.Srid;

    /// <returns>Null: not one of ours.</returns>
    public static Crs? Vind(string uri) => Alle.FirstOrDefault(c => c.Uri == uri);

    /// <summary>A shape of the database in this system.</summary>
    internal string Uit(string vorm) =>
        (InGraden, Omgekeerd) switch
        {
            (false, _) => vorm,
            (true, false) => $"ST_Transform({vorm}, {Srid})",
            (true, true) => $"ST_FlipCoordinates(ST_Transform({vorm}, {Srid}))",
        };

    /// <summary>
    /// A shape of a visitor, in a parameter as WKT, as the database has it. What lies far from the Netherlands is cut
    /// off first: RD has no coordinates there.
    /// </summary>
    internal string In(string parameter)
    {
        if (!InGraden)
        {
            return $"ST_MakeValid(ST_GeomFromText({parameter}, {Srid}))";
        }
        var vorm = $"ST_GeomFromText({parameter}, {Srid})";
        var gewoon = Omgekeerd ? $"ST_FlipCoordinates({vorm})" : vorm;
        var hier = $"ST_Intersection(ST_MakeValid({gewoon}), ST_MakeEnvelope(-5, 45, 15, 60, {Srid}))";
        return $"ST_Transform(ST_Segmentize({hier}, 0.1), 28992)";
    }
}

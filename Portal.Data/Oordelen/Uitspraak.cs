namespace Portal.Data.Oordelen;

/// <summary>Whether a text may be shown. All but <see cref="Openbaar"/> is masked.</summary>
public enum Uitspraak
{
    Openbaar,

    /// <summary>Perhaps a person: masked until somebody has looked.</summary>
    Twijfel,

    Persoon,
}

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>How far a case is, as its title says it. The code is the name in small letters.</summary>
public enum Fase
{
    /// <summary>Somebody asks for something; nothing is decided.</summary>
    Aanvraag,

    /// <summary>The municipality takes more time to decide. A permit that is extended is granted.</summary>
    Verlenging,

    /// <summary>A draft, on which anybody may give a zienswijze.</summary>
    Ontwerp,
    Verleend,
    Geweigerd,

    /// <summary>The application or the permit is withdrawn.</summary>
    Ingetrokken,

    /// <summary>A correction of an earlier announcement.</summary>
    Rectificatie,

    /// <summary>A decision of which the title does not tell the outcome, or tells two.</summary>
    Besluit,

    /// <summary>Somebody says what he is going to do; nothing has to be decided.</summary>
    Melding,
    Overig,
}

using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>Where staff begin.</summary>
public sealed class IndexModel : BeheerModel;

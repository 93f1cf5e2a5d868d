namespace Portal.Web;

/// <summary>On a page that any site may show in a frame: it has nothing to press that changes anything.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MagIngeslotenAttribute : Attribute;

namespace Portal.Web;

/// <summary>A setting that is missing or cannot be: the message says which and what it should be, in Dutch.</summary>
public sealed class InstellingFout : Exception
{
    public InstellingFout() { }

    public InstellingFout(string message)
        : base(message) { }

    public InstellingFout(string message, Exception inner)
        : base(message, inner) { }
}

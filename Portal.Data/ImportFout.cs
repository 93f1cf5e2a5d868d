namespace Portal.Data;

/// <summary>
/// A fault that the person at the command line can mend: the message says what, where and how, in Dutch.
/// </summary>
public sealed class ImportFout : Exception
{
    public ImportFout() { }

    public ImportFout(string message)
        : base(message) { }

    public ImportFout(string message, Exception inner)
        : base(message, inner) { }
}

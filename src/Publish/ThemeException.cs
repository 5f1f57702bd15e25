namespace Explainer.Publish;

/// <summary>A layout of the theme cannot be filled.</summary>
public sealed class ThemeException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public ThemeException()
    {
    }

    /// <summary>Makes one that says what is wrong.</summary>
    public ThemeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that says what is wrong and why.</summary>
    public ThemeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace Explainer.Data;

/// <summary>How a phrase, or a figure, holds back from an exact number.</summary>
public enum Hedge
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The number is near, on either side.</summary>
    About,

    /// <summary>The number is a little less.</summary>
    Almost,

    /// <summary>The number is a little more; of a figure, told as <see cref="Over"/>.</summary>
    JustOver,

    /// <summary>The number is more.</summary>
    Over,

    /// <summary>The number is less.</summary>
    Under,

    /// <summary>The number is at most this: an upper bound.</summary>
    UpTo,

    /// <summary>The number is at least this: a lower bound.</summary>
    AtLeast,
}

namespace Explainer.Data;

/// <summary>Which way words say that an amount goes.</summary>
public enum Direction
{
    /// <summary>The words do not say: "by 2,038".</summary>
    Unsaid,

    /// <summary>Upwards: "+5", "twice as many", "5 per cent more".</summary>
    Up,

    /// <summary>Downwards: "halved", "5 per cent fewer". The figure may be a change below zero, or name the drop itself.</summary>
    Down,

    /// <summary>Below zero: "−5", "minus five".</summary>
    Negative,
}

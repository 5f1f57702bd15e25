namespace Explainer.Charts;

/// <summary>Shapes of dots, so that colour is never the only sign.</summary>
internal enum Symbol
{
    /// <summary>A circle.</summary>
    Circle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A triangle on its base.</summary>
    Triangle,

    /// <summary>A square on its tip.</summary>
    Diamond,

    /// <summary>An upright cross.</summary>
    Cross,

    /// <summary>A triangle on its tip.</summary>
    Wedge,
}

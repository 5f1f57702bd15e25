namespace Explainer.Charts;

/// <summary>A thin line in a chart of units.</summary>
/// <param name="Key">Its key.</param>
/// <param name="From">One end.</param>
/// <param name="To">The other.</param>
/// <param name="Paint">Its paint.</param>
internal readonly record struct UnitStroke(string Key, (double X, double Y) From, (double X, double Y) To, Paint Paint);

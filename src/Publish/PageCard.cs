using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Publish;

/// <summary>The card that stands for a page where it is shared.</summary>
/// <param name="Address">The page's address on the site.</param>
/// <param name="Name">The card's name in its path: that of the page, and its language.</param>
/// <param name="Language">The page's language.</param>
/// <param name="Headline">The words in large type, line by line.</param>
/// <param name="Standfirst">What stands under them where nothing is drawn.</param>
/// <param name="Chart">The chart that opens the page, or null.</param>
/// <param name="Source">The file in which the words stand; null where they stand in several.</param>
public sealed record PageCard(
    string Address,
    string Name,
    Language Language,
    ImmutableArray<ImmutableArray<KindRun>> Headline,
    string Standfirst,
    DrawnChart? Chart,
    SourceText? Source)
{
    /// <summary>Its path, which stays the same when its content changes, so that links to it last.</summary>
    public string Path => $"cards/{Name}.png";

    /// <summary>About what it costs to paint, as charts count it.</summary>
    public int Weight => Chart?.Spec.Weight ?? 1;

    /// <summary>What it says and shows, in words.</summary>
    public string Alt => string.Join(' ', Headline.Select(l => string.Concat(l.Select(r => r.Words))).Concat(Chart is null ? [] : [ChartModel.Alt(Chart, Chart.Spec.States[0])]));
}

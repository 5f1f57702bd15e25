using System.Collections.Immutable;
using Explainer.Charts;

namespace Explainer.Publish;

/// <summary>The pictures in which charts leave the page, each composed once, by whoever asks first.</summary>
public sealed class ChartPictures
{
    private readonly ImmutableDictionary<(string Chart, string Language), Lazy<ChartPicture>> _pictures;

    /// <summary>Lists the pictures of drawn charts.</summary>
    public ChartPictures(IEnumerable<DrawnChart> charts, Typefaces typefaces) =>
        _pictures = charts.ToImmutableDictionary(c => (c.Spec.Id, c.Language.Code), c => new Lazy<ChartPicture>(() => ChartPicture.Compose(c, ChartPicture.StateOf(c.Spec), typefaces)));

    /// <summary>The picture of a chart in its language.</summary>
    public ChartPicture Of(DrawnChart chart) => _pictures[(chart.Spec.Id, chart.Language.Code)].Value;
}

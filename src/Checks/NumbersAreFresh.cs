using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0471: a figure or dataset is past the day on which somebody wanted to look at it again.</summary>
public static class NumbersAreFresh
{
    /// <summary>Finds what is due on a day, that day included.</summary>
    public static IEnumerable<Diagnostic> Check(SiteContent site, DateOnly today) =>
        from kept in site.Figures.Values.Select(f => (f.Provenance, Name: $"the figure '{f.Id}'")).Concat(site.Datasets.Values.Select(d => (d.Provenance, Name: $"the dataset '{d.Id}'")))
        let review = kept.Provenance.Review
        where review is not null && review.Day <= today
        select Diagnostic.Warning("EX0471", review.Span, $"{kept.Name} was to be looked at again by {review.Day:yyyy-MM-dd}", "see whether its source says something new, then move 'review' on");
}

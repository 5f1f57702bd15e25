using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0472, EX0473: a published number that readers cannot look up: it has no address, or nobody wrote when it was read.</summary>
public sealed class SourcesAreKept : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site)
    {
        // Our own arithmetic has its inputs for a source, a cell its table.
        var figures = site.Figures.Values.Where(f => f.Provenance.Kind != Kind.Derived && f.Origin is null).Select(f => (f.Provenance, f.Span, Name: $"the figure '{f.Id}'"));
        var datasets = site.Datasets.Values.Select(d => (d.Provenance, Span: d.Source.Span(0, 1), Name: $"the dataset '{d.Id}'"));
        foreach (var (provenance, span, name) in figures.Concat(datasets))
        {
            if (provenance.Addresses.IsEmpty && provenance.Unlinked is null)
                yield return Diagnostic.Warning("EX0472", span, $"{name} has no address where it can be looked up", "list it under 'sources', or say under 'unlinked' why there is none");
            if (provenance.Read is null)
                yield return Diagnostic.Warning("EX0473", span, $"{name} does not say when it was read", "write the day under 'read', year-month-day");
        }
    }
}

using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>Something that must be true of a site before it is published.</summary>
public interface IRule
{
    /// <summary>Finds where it is not.</summary>
    IEnumerable<Diagnostic> Check(SiteContent site);
}

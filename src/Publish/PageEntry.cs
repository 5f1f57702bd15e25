using Explainer.Data;

namespace Explainer.Publish;

/// <summary>A page in one language.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Address">Its address on the site.</param>
/// <param name="Changed">The day on which it, or the last story that it lists, was published or corrected; null where there is none.</param>
internal sealed record PageEntry(Language Language, string Address, DateOnly? Changed);

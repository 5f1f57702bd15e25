using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0474: a story says that it is published on a day that is still to come.</summary>
public static class StoriesAreOut
{
    // Where the site is built it may still be yesterday.
    private const int DaysApart = 1;

    /// <summary>Finds what is ahead of a day.</summary>
    public static IEnumerable<Diagnostic> Check(SiteContent site, DateOnly today) =>
        from story in site.Stories
        where story.Published > today.AddDays(DaysApart)
        select Diagnostic.Warning("EX0474", story.PublishedAt, $"the story '{story.Slug}' is published on {story.Published:yyyy-MM-dd}, which is still to come", "correct the day, or publish the story when it has come");
}

using System.Collections.Immutable;
using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>All rules together.</summary>
public static class Rules
{
    private static readonly ImmutableArray<IRule> All =
    [
        new ChartsExist(),
        new ChartsAreNotHidden(),
        new StatesExist(),
        new BlocksExist(),
        new GuessesHaveScales(),
        new ScenesHaveSteps(),
        new FiguresExist(),
        new FiguresAreSaidRight(),
        new ClaimsAreAttributed(),
        new RowsShowFigures(),
        new HedgesExist(),
        new CorrectionsFit(),
        new SourcesAreKept(),
        new PointsAreDecimal(),
        new DataAreSealed(),
        new NumbersAreBound(),
        new WordsAreTranslated(),
    ];

    /// <summary>Checks a site against every rule.</summary>
    public static ImmutableArray<Diagnostic> Check(SiteContent site) => [.. All.SelectMany(rule => rule.Check(site))];

    /// <summary>Checks what only a calendar can tell.</summary>
    public static ImmutableArray<Diagnostic> CheckOn(DateOnly today, SiteContent site) => [.. NumbersAreFresh.Check(site, today), .. StoriesAreOut.Check(site, today)];

    /// <summary>Checks what only the finished site can tell.</summary>
    public static ImmutableArray<Diagnostic> CheckPublished(SiteContent site, PublishedPlaces places) => [.. LinksLead.Check(site, places)];

    /// <summary>Checks what a site holds too much of; worth asking only when nothing is wrong, as a broken story uses nothing.</summary>
    public static ImmutableArray<Diagnostic> CheckForUnused(SiteContent site) => [.. new EverythingIsUsed().Check(site)];
}

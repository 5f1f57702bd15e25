using System.Collections.Immutable;

namespace Explainer.Stories;

/// <summary>The pages that a site has besides its stories, by their names in addresses, which no story can have.</summary>
public static class SitePages
{
    /// <summary>Every figure with its source and where it is used.</summary>
    public const string Sources = "sources";

    /// <summary>What the stories said wrong, and say right now.</summary>
    public const string Corrections = "corrections";

    /// <summary>Who makes the site and how; there only in the languages in which its words are written.</summary>
    public const string About = "about";

    /// <summary>The folder of the charts that pages of others show.</summary>
    public const string Embeds = "embed";

    /// <summary>Those that stand by themselves; <c>input/pages</c> may hold words for each.</summary>
    public static ImmutableArray<string> All { get; } = [Sources, Corrections, About];
}

namespace Explainer.Charts;

/// <summary>A region of an atlas, such as a country.</summary>
public sealed record AtlasRegion
{
    internal AtlasRegion(string code, string name, AtlasPart[] parts) => (Code, Name, Parts) = (code, name, parts);

    /// <summary>What data calls it; in the world's atlas its ISO 3166-1 alpha-3 code.</summary>
    public string Code { get; }

    /// <summary>Its name, for hints alone.</summary>
    public string Name { get; }

    internal AtlasPart[] Parts { get; }
}

namespace Explainer.Charts;

/// <summary>An outline of many points, such as a coast, that is the same in every state and language: once drawn, its path is kept.</summary>
internal sealed class DrawnOutline
{
    private volatile string? _path;

    /// <summary>The path as it is written, or null before it was drawn.</summary>
    public string? Path => _path;

    /// <summary>The path that was kept, or else this one, which is kept from now on.</summary>
    /// <param name="path">The path as Skia writes it.</param>
    public string Keep(string path) => _path ??= OutlinePath.Write(path);
}

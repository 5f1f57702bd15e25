namespace Explainer.Input;

/// <summary>Where the files of a site lie. Several sites may share one theme.</summary>
/// <param name="Root">The site's folder, which holds <c>input/</c>.</param>
/// <param name="Theme">The folder of the theme.</param>
public sealed record SiteFolders(string Root, string Theme)
{
    /// <summary>The folders of a site that has its theme beside its input.</summary>
    public SiteFolders(string root)
        : this(root, Path.Combine(root, "theme"))
    {
    }

    /// <summary>Each folder under the name by which paths and messages call it.</summary>
    public IEnumerable<(string Name, string Path)> All => [("input", Path.Combine(Root, "input")), ("theme", Theme)];
}

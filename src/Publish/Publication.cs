namespace Explainer.Publish;

/// <summary>Where a site is published, and as what.</summary>
/// <param name="Address">Its absolute address without a slash at the end; null at a desk, where what needs one is left out.</param>
/// <param name="IsHidden">Whether search engines are asked to stay away, as from a preview.</param>
/// <param name="Commit">The commit that it was built from; null when it was not told.</param>
public sealed record Publication(string? Address = null, bool IsHidden = false, string? Commit = null)
{
    /// <summary>A site at a desk.</summary>
    public static Publication AtDesk { get; } = new();

    /// <summary>A site's address as it is given, without a slash at the end; null when it is none.</summary>
    public static string? AddressOf(string? given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http") && uri.Host.Length > 0 && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;

    /// <summary>The absolute address of a path such as <c>/feed.xml</c>; null at a desk.</summary>
    public string? Of(string path) => Address is null ? null : Address + path;
}

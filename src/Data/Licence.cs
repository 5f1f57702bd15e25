using Explainer.Input;

namespace Explainer.Data;

/// <summary>Under which licence others may use what is published.</summary>
/// <param name="Title">Its name, such as CC BY 4.0.</param>
/// <param name="Address">Where its text stands, or null.</param>
public sealed record Licence(LocalText Title, string? Address)
{
    private const string Key = "licence";

    /// <summary>Takes a licence out of a map that may hold other keys too; null where it names none.</summary>
    public static Licence? From(MapReader map)
    {
        if (map.Group(Key, "the licence") is not { } licence)
            return null;
        var title = LocalText.Read(licence.RequiredNode("title"), "'title'", map.Findings);
        var address = licence.Scalar("address") is { } scalar ? licence.ReadAddress(scalar) : null;
        licence.Finish();
        return title is null ? null : new Licence(title, address);
    }
}

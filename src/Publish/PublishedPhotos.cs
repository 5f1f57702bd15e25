using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Diagnostics;
using Explainer.Prose;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>The pictures that authors gave and texts show, as files of the site.</summary>
public static class PublishedPhotos
{
    /// <summary>Each picture once, at the first place where it is shown.</summary>
    public static ImmutableArray<PlacedPhoto> All(SiteContent site) => [.. site.PlacedPhotos.DistinctBy(p => p.Photo.PublishedPath(0, ""))];

    /// <summary>Writes a picture in all its widths and formats; one that breaks off is reported where it is shown.</summary>
    public static (ImmutableArray<OutputFile> Files, ImmutableArray<Diagnostic> Findings) Write(PlacedPhoto place)
    {
        var files = PhotoFiles.Write(place.Photo);
        return ([.. files.Select(f => new OutputFile(f.Path, f.Bytes))], files.IsEmpty ? [Broken(place, "it breaks off")] : []);
    }

    /// <summary>What is said of a picture that could not be written.</summary>
    public static Diagnostic Broken(PlacedPhoto place, string why) =>
        Diagnostic.Error("EX0483", place.Span, $"the file '{place.Photo.Path}' cannot be read to its end: {why}", "save it anew as JPEG, PNG or WebP");
}

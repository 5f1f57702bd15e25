using System.Text.RegularExpressions;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Prose;

namespace Explainer.Stories;

/// <summary>Reads <c>input/pages/NAME.LANGUAGE.md</c>: prose alone, without front matter or scenes.</summary>
public static class TextPageReader
{
    private static readonly Regex FileName = new(@"^(?<name>[^.]+)\.(?<language>[^.]+)\.md$");

    /// <summary>Reads one page; null, with findings, when no page of the site is called so or the site lacks its language.</summary>
    public static TextPage? Read(SourceText source, IReadOnlyDictionary<string, Language> languages, SiteAddresses addresses, IReadOnlyDictionary<string, Figure> figures, IReadOnlyDictionary<string, Photo> photos, ICollection<Diagnostic> findings)
    {
        var start = source.Span(0, Math.Min(3, source.Content.Length));
        var name = FileName.Match(Path.GetFileName(source.Path)).Groups;
        if (!SitePages.All.Contains(name["name"].Value))
        {
            findings.Add(Diagnostic.Error("EX0418", start, $"the site has no page for the words in '{Path.GetFileName(source.Path)}'", $"name the file {string.Join(" or ", SitePages.All.Select(n => n + ".LANGUAGE.md"))}, such as sources.en.md"));
            return null;
        }

        if (!languages.TryGetValue(name["language"].Value, out var language))
        {
            findings.Add(Diagnostic.Error("EX0413", start, $"this file's name says that it is in '{name["language"].Value}', which is not a language of the site", Nearest.Hint(name["language"].Value, [.. languages.Keys])));
            return null;
        }

        // Of these pages only one has a list of figures.
        var listed = name["name"].Value == SitePages.Sources ? "" : addresses.Of(language, SitePages.Sources);
        var document = new ProseReader(figures, language, photos, listed).Read(source, 0, findings);
        foreach (var block in document.Blocks.Where(b => b is not TextBlock))
            findings.Add(Diagnostic.Error("EX0419", block.Span.Head, "this page holds words alone, no scenes, charts or blocks", "move it into a story"));
        return new TextPage(name["name"].Value, language, string.Concat(document.Blocks.OfType<TextBlock>().Select(b => b.Html)), document.Mentions, document.BareNumbers) { Photos = document.Photos, Links = document.Links };
    }
}

using Explainer.Charts;
using Explainer.Diagnostics;

namespace Explainer.Tests.Support;

/// <summary>The theme's own colours and faces.</summary>
internal static class Looks
{
    private static readonly Lazy<Palette> Colours = new(() =>
    {
        var findings = new List<Diagnostic>();
        var palette = Explainer.Charts.Palette.Read(Sites.StoryInput.Text("theme/colours.yml"), findings);
        Assert.Empty(findings);
        return palette!;
    });

    private static readonly Lazy<Typefaces> Faces = new(() =>
    {
        var input = Sites.StoryInput;
        return new Typefaces(new[] { "sans-400", "sans-600", "serif-600", "display-400" }.Select(f => KeyValuePair.Create(f, input.Files[$"theme/fonts/explainer-{f}.ttf"])));
    });

    private static readonly Lazy<SiteMark> Shapes = new(() =>
    {
        var findings = new List<Diagnostic>();
        var mark = SiteMark.Read(Sites.StoryInput.Text("theme/mark.yml"), Palette, findings);
        Assert.Empty(findings);
        return mark!;
    });

    public static SiteMark Mark => Shapes.Value;

    public static Palette Palette => Colours.Value;

    public static Typefaces Typefaces => Faces.Value;
}

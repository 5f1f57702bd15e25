using System.Globalization;
using System.Text;
using Explainer.Charts;

namespace Explainer.Tests.Support;

/// <summary>
/// A chart on one sheet that a person can look at in any browser: the first state at all widths, the others at the middle one,
/// on light paper and on dark.
/// </summary>
internal static class Sheet
{
    private const int Gap = 24;
    private const int Line = 20;

    private static readonly Palette Palette = Explainer.Charts.Palette.Read(Sites.StoryInput.Text("theme/colours.yml"), [])!;

    public static string Write(DrawnChart chart)
    {
        var (defs, places) = (new StringBuilder(), new StringBuilder());
        var (width, y) = (0, Gap);
        for (var state = 0; state < chart.Spec.States.Length; state++)
        {
            var spec = chart.Spec.States[state];
            places.Append(CultureInfo.InvariantCulture, $"<text x=\"{Gap}\" y=\"{y}\" class=\"f-ink b\" font-size=\"14\">{Encode($"@{spec.Name}: {(spec.Title ?? chart.Spec.Title).In(chart.Language)}")}</text>\n");
            var (x, height) = (Gap, 0);
            foreach (var artboard in chart.Artboards.Reverse().Where(a => state == 0 || a.Artboard.Name == "middle"))
            {
                var drawing = artboard.Drawings[state];
                var id = $"s{state.ToString(CultureInfo.InvariantCulture)}-{artboard.Artboard.Name}";
                defs.Append(CultureInfo.InvariantCulture, $"<g id=\"{id}\">\n{Inner(SvgWriter.WriteStill(artboard, state))}</g>\n");
                places.Append(CultureInfo.InvariantCulture, $"<use href=\"#{id}\" x=\"{x}\" y=\"{y + Line}\"/>\n");
                x += drawing.Width + Gap;
                height = Math.Max(height, drawing.Height);
            }

            width = Math.Max(width, x);
            y += Line + height + (2 * Gap);
        }

        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {2 * y}" font-family="Explainer Sans, Libre Franklin, sans-serif">
            <style>{Styles()}</style>
            <defs>
            {Patterns("light")}{Patterns("dark")}{defs}<g id="all">
            {places}</g>
            </defs>
            <g class="light"><rect class="f-paper" width="{width}" height="{y}"/><use href="#all"/></g>
            <g class="dark" transform="translate(0,{y})"><rect class="f-paper" width="{width}" height="{y}"/><use href="#all"/></g>
            </svg>

            """.ReplaceLineEndings("\n");
    }

    // A mark a line, so that a change shows where it is.
    private static string Inner(string svg)
    {
        var from = svg.IndexOf('>', StringComparison.Ordinal) + 1;
        return svg[from..^"</svg>".Length].Replace("</g><g", "</g>\n<g", StringComparison.Ordinal) + "\n";
    }

    private static string Styles()
    {
        var css = new StringBuilder();
        foreach (var (theme, colourOf) in Themes)
        {
            css.Append('.').Append(theme).Append('{').AppendJoin(';', Palette.Colours.Select(r => $"--{r.Role}:{colourOf(r)};--h-{r.Role}:url(#{theme}-{r.Role})")).Append("}\n");
        }

        foreach (var role in Palette.Colours.Select(r => r.Role))
            css.Append(CultureInfo.InvariantCulture, $".f-{role}{{fill:var(--{role})}}.s-{role}{{stroke:var(--{role})}}.h-{role}{{fill:var(--h-{role})}}\n");
        return css.Append(
            """
            .n{fill:none}.b{font-weight:600}.halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
            .unlit :not(text,tspan,.n,.f-paper){fill:var(--mid)}.unlit [class*="h-"]{fill:var(--h-mid)}.unlit [class*="s-"]:not(.s-paper){stroke:var(--mid)}.unlit text,.unlit tspan{fill:var(--ink3)}
            """).ToString();
    }

    private static string Patterns(string theme) =>
        string.Concat(Palette.Colours.Select(r => Hatching.Pattern($"{theme}-{r.Role}", r.Use, $"stroke=\"{Themes.Single(t => t.Name == theme).ColourOf(r)}\"") + "\n"));

    private static readonly (string Name, Func<RoleColour, string> ColourOf)[] Themes = [("light", r => r.Light), ("dark", r => r.Dark)];

    private static string Encode(string words) => System.Net.WebUtility.HtmlEncode(words);
}

using System.Text;
using Explainer.Charts;

namespace Explainer.Publish;

/// <summary>Writes a palette as styles: custom properties for light and dark, the classes of drawings, and the patterns of hatches.</summary>
internal static class PaletteStyles
{
    /// <summary>The properties, dark ones for screens only, and the rules <c>.f-ROLE</c>, <c>.s-ROLE</c> and <c>.h-ROLE</c> of every role.</summary>
    public static string Write(Palette palette)
    {
        var css = new StringBuilder(":root{");
        css.AppendJoin(';', palette.Colours.Select(c => $"--{c.Role}: {c.Light}"));
        css.Append("}@media screen and (prefers-color-scheme: dark){:root{");
        css.AppendJoin(';', palette.Colours.Select(c => $"--{c.Role}: {c.Dark}"));
        css.Append("}}");
        foreach (var (role, _, _, _) in palette.Colours)
            css.Append($".f-{role}{{fill: var(--{role})}}.s-{role}{{stroke: var(--{role})}}.h-{role}{{fill: url(\"#hatch.{role}\")}}");
        return css.ToString();
    }

    /// <summary>A pattern for every role, as an element that takes no room on the page.</summary>
    public static string WriteHatches(Palette palette)
    {
        var svg = new StringBuilder("<svg class=\"hatches\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>");
        foreach (var (role, use, _, _) in palette.Colours)
            svg.Append(Hatching.Pattern($"hatch.{role}", use, $"class=\"s-{role}\""));
        return svg.Append("</defs></svg>").ToString();
    }
}

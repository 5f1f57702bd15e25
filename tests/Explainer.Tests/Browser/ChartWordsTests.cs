using System.Text;
using Explainer.Charts;
using Explainer.Publish;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>Every text of every chart of the story and the gallery, in every state, width and language, as the browser sets it.</summary>
public sealed class ChartWordsTests(BrowserFixture browser)
{
    private const string Address = "/charts-in-all-states.html";
    private const int ChartsAPage = 8;

    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    public static TheoryData<string, string, ColorScheme> Cases => new(
        from site in DrawnCharts.SiteNames
        from language in DrawnCharts.Languages
        from scheme in Schemes
        select (site, language, scheme));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_text_overlaps_another_leaves_its_frame_is_small_or_pale_and_no_mark_is(string site, string language, ColorScheme scheme)
    {
        var files = DrawnCharts.SiteOf(site).Files;
        var page = files.Where(f => f.Path.EndsWith("index.html", StringComparison.Ordinal)).Select(f => Encoding.UTF8.GetString(f.Bytes.Span)).First(p => p.Contains("class=\"hatches\"", StringComparison.Ordinal));
        var head = page[..page.IndexOf("<body>", StringComparison.Ordinal)].Replace("type=\"module\"", "type=\"none\"", StringComparison.Ordinal);
        var hatches = page[page.IndexOf("<svg class=\"hatches\"", StringComparison.Ordinal)..];
        hatches = hatches[..(hatches.IndexOf("</svg>", StringComparison.Ordinal) + 6)];
        var problems = new List<string>();
        var measured = 0;
        foreach (var charts in DrawnCharts.SiteOf(site).Content!.Charts.Values.Chunk(ChartsAPage))
        {
            var body = new StringBuilder(hatches);
            foreach (var chart in charts)
            {
                var drawn = DrawnCharts.Of(site, chart.Id, language);
                foreach (var (state, i) in chart.States.Select((s, i) => (s, i)))
                {
                    foreach (var artboard in drawn.Artboards)
                        body.Append(System.Globalization.CultureInfo.InvariantCulture, $"<div data-case=\"{chart.Id} @{state.Name} {artboard.Artboard.Name}\" data-marks=\"{string.Join(' ', chart.Marks.Select(m => m.Name))}\">{SvgWriter.WriteStill(artboard, i)}</div>");
                }
            }

            var all = files.Add(new OutputFile(Address.TrimStart('/'), Encoding.UTF8.GetBytes($"{head}<body>{body}</body></html>")));
            await using var opened = await browser.OpenAsync(all, Address, 1000, 800, scheme);
            await opened.Page.EvaluateAsync(ShowAll);
            var found = await opened.Page.EvaluateAsync<string[]>(Measure);
            measured += int.Parse(found[0], System.Globalization.CultureInfo.InvariantCulture);
            problems.AddRange(found.Skip(1));
        }

        TestContext.Current.SendDiagnosticMessage($"{site} {language} {scheme}: {measured} texts");
        Assert.True(measured > 500, $"only {measured} texts were measured");
        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(60))}");
    }

    // By a sheet of its own: the site's policy refuses a style element that no page has.
    private const string ShowAll =
        """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(".artboard { display: block !important; width: auto !important; height: auto !important; max-width: none !important; max-height: none !important; }");
          document.adoptedStyleSheets = [sheet];
        }
        """;

    // A j or a bracket reaches a pixel over the left edge of its line; the page has a margin there. The first answer is how many texts were measured; then each problem in words. A text's box is what letters reach, as in the placing of labels.
    private const string Measure =
        """
        () => {
          const problems = [];
          let count = 0;
          const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const rgb = colour => { probe.fillStyle = "#000"; probe.fillStyle = colour; probe.fillRect(0, 0, 1, 1); return [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3); };
          const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
          const paper = rgb(getComputedStyle(document.body).backgroundColor);
          for (const div of document.querySelectorAll("[data-case]")) {
            const svg = div.firstElementChild, name = div.dataset.case, { width, height } = svg.viewBox.baseVal;
            const marks = div.dataset.marks.split(" ");
            const shapes = [...svg.querySelectorAll("rect,circle,path,line,polygon")].map((node, order) => ({ node, style: getComputedStyle(node), order }));
            const texts = [...svg.querySelectorAll("text")].map(node => {
              const box = node.getBBox(), size = Math.min(...[node, ...node.querySelectorAll("tspan")].map(n => parseFloat(getComputedStyle(n).fontSize))), y = +node.getAttribute("y");
              const tall = Math.max(...[node, ...node.querySelectorAll("tspan")].map(n => parseFloat(getComputedStyle(n).fontSize)));
              return { node, words: node.textContent, size, left: box.x, right: box.x + box.width, top: y - tall * .78, bottom: y + tall * .24 };
            });
            count += texts.length;
            texts.forEach((a, i) => {
              if (a.size < 12) problems.push(`${name}: '${a.words}' is ${a.size} px`);
              if (a.left < -1.5 || a.right > width + .75 || a.top < -.75 || a.bottom > height + .75) problems.push(`${name}: '${a.words}' leaves the frame: ${[a.left, a.top, a.right, a.bottom].map(Math.round)} of ${width}x${height}`);
              for (const b of texts.slice(i + 1))
                if (a.left < b.right - .5 && b.left < a.right - .5 && a.top < b.bottom - .5 && b.top < a.bottom - .5) problems.push(`${name}: '${a.words}' overlaps '${b.words}'`);
              for (const run of [a.node, ...a.node.querySelectorAll("tspan")]) {
                const ink = rgb(getComputedStyle(run).fill);
                for (const share of [.1, .5, .9]) {
                  const point = svg.createSVGPoint();
                  point.x = a.left + (a.right - a.left) * share; point.y = (a.top + a.bottom) / 2;
                  const under = a.node.classList.contains("halo") ? undefined : shapes.filter(s => s.style.fill !== "none" && a.node.compareDocumentPosition(s.node) & Node.DOCUMENT_POSITION_PRECEDING && s.node.isPointInFill(point)).pop();
                  if (under?.style.fill.startsWith("url")) { problems.push(`${name}: '${a.words}' stands on a hatch`); break; }
                  const ratio = contrast(ink, under ? rgb(under.style.fill) : paper);
                  if (ratio < 4.5) { problems.push(`${name}: '${a.words}' has a contrast of ${ratio.toFixed(2)}`); break; }
                }
              }
            });
            for (const { node, style } of shapes) {
              const key = node.parentNode.dataset.key;
              if (!marks.some(m => key === m || key.startsWith(m + "-"))) continue;
              const paints = [style.fill, style.stroke].filter(p => p !== "none");
              if (paints.some(p => p.startsWith("url"))) continue;
              const best = Math.max(0, ...paints.map(p => contrast(rgb(p), paper)));
              if (best < 3 && !(node.parentNode.children.length > 1 && best < 1.01)) problems.push(`${name}: the mark ${key} has a contrast of ${best.toFixed(2)}`);
            }
          }
          return [String(count), ...problems];
        }
        """;
}

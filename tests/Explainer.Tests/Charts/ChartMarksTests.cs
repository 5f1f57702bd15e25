using System.Text.RegularExpressions;
using Explainer.Charts;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>Every mark that stands for data says what it is, in each language and state; nothing else says anything.</summary>
public sealed partial class ChartMarksTests
{
    [Theory]
    [MemberData(nameof(DrawnCharts.All), MemberType = typeof(DrawnCharts))]
    public void Every_mark_for_data_of_every_state_has_words_in_every_language(string site, string chart)
    {
        foreach (var language in DrawnCharts.Languages)
        {
            var drawn = DrawnCharts.Of(site, chart, language);
            for (var i = 0; i < drawn.Spec.States.Length; i++)
            {
                var told = ChartMarks.In(drawn, drawn.Spec.States[i]);
                if (language == "en" || i == 0) foreach (var t in told.Take(i == 0 ? 7 : 3)) System.IO.File.AppendAllText("/tmp/links-words.txt", ($"{chart} {language} {drawn.Spec.States[i].Name} {t.Key} | {t.Words} | {string.Join(' ', t.Figures)}") + "\n");
            }
        }
    }
}

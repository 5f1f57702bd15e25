using Explainer.Commands;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Tests.Support;
using SkiaSharp;

namespace Explainer.Tests.WholeSite;

/// <summary>Words of charts, blocks, captions and front matter: a number that neither a figure nor what is drawn holds is reported where it stands.</summary>
public sealed class WordsBesideNumbersTests
{
    private const string Story = "input/stories/rain.en.md";
    private const string Bars = "input/charts/rain-bars.yml";
    private const string Range = "input/charts/rain-range.yml";
    private const string Guess = "input/blocks/most-rain.yml";
    private const string WhatIf = "input/blocks/barrel.yml";
    private const string Title = "title: Alder and Birch lead";

    [Theory]
    [InlineData(Bars, Title, "title: Alder has 42 towns", "rain-bars.yml:2:18")]
    [InlineData(Bars, Title, Title + "\nsubtitle: Дождь в 42 городах", "rain-bars.yml:3:19")]
    [InlineData(Bars, Title, Title + "\nsource: 'Asked: 42 ''towns'''", "rain-bars.yml:3:17")]
    [InlineData(Bars, Title, "title: >-\n  Олдер\n  и ещё 42 города", "rain-bars.yml:4:9")]
    [InlineData(Bars, "alt: Bars of mean rain in five towns, one without data.", "alt: |\n  Столбцы:\n\n  «дождь», 42 мм", "rain-bars.yml:6:12")]
    [InlineData(Bars, "alt: Bars of mean rain", "alt: Bars of 42 per cent of rain", "rain-bars.yml:3:14")]
    [InlineData(Bars, "    highlight: {area: coast}", "    highlight: {area: coast}\n    title: Not 42", "rain-bars.yml:13:16")]
    [InlineData(Bars, "    highlight: {area: coast}", "    highlight: {area: coast}\n    alt: Not 42", "rain-bars.yml:13:14")]
    [InlineData(Bars, "  - {type: bar, value: mean, colour: survey}", "  - {type: bar, value: mean, colour: survey, title: Mean of 42 years}", "rain-bars.yml:8:61")]
    [InlineData(Bars, "marks:", "notes:\n  - {name: n, band: [600, 620], text: Some 42 mm}\nmarks:", "rain-bars.yml:8:44")]
    [InlineData(Bars, "  - {type: bar, value: mean, colour: survey}", "  - {type: bar, value: mean, colour: survey}\n  - {type: text, at: {x: Alder, y: 610}, words: \"Олдер:\\n42 mm\"}", "rain-bars.yml:9:58")]
    [InlineData(Bars, "y: {unit: mm}", "y: {unit: mm, title: Every 42 mm}", "rain-bars.yml:5:28")]
    [InlineData(Range, "groups: {hills: In the hills,", "groups: {hills: In 42 hills,", "rain-range.yml:5:62")]
    [InlineData(Guess, "question: How much", "question: In 42 years how much", "most-rain.yml:2:14")]
    [InlineData(Guess, "{figure: rain-birch, name: Birch}", "{figure: rain-birch, name: Birch in 42 years}", "most-rain.yml:9:59")]
    [InlineData(WhatIf, "title: How long", "title: How many of 42 days", "barrel.yml:2:20")]
    [InlineData(WhatIf, "title: Days that it lasts", "title: Of 42 days", "barrel.yml:8:20")]
    [InlineData(Story, "title: Where the rain falls", "title: Where 42 rains fall", "rain.en.md:2:14")]
    [InlineData(Story, "title: Where the rain falls", "title: Where the rain falls\nheadline: |\n  Where\n  дождь — 42 раза", "rain.en.md:5:11")]
    [InlineData(Story, "standfirst: Five towns,", "standfirst: >-\n  Towns,\n  42 of them,", "rain.en.md:5:3")]
    public void A_number_that_nothing_holds_is_reported_where_it_stands(string path, string right, string wrong, string expected)
    {
        foreach (var ends in new[] { "\n", "\r\n" })
        {
            var build = Sites.Checked(Sites.SampleInput.With(path, text => Replace(text, right, wrong).ReplaceLineEndings(ends)));

            var finding = Assert.Single(build.Findings, f => f.Code == "EX0461");
            Assert.Equal(Severity.Warning, finding.Severity);
            Assert.EndsWith(expected, finding.Where.ToString(), StringComparison.Ordinal);
            Assert.StartsWith("42", finding.Where!.Value.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Bars, Title, "title: Alder has 610 mm and Birch about 700, of five")]
    [InlineData(Bars, Title, "title: \"In 2021, on 3 May, for the 3rd time, Birch had 720\"")]
    [InlineData(Bars, Title, "title: People aged 42 and a 43-year-old")]
    [InlineData(Bars, "alt: Bars of mean rain", "alt: From 300 to 720 mm of mean rain")]
    [InlineData(Range, "title: Hills get more rain", "title: \"At most 500 in Cedar, on a scale to 1,000\"")]
    [InlineData("input/charts/drops.yml", "alt: A crowd of a hundred dots", "alt: A hundred dots for 1,000 mm")]
    [InlineData(Guess, "question: How much", "question: With 500 or 720, how much")]
    [InlineData(WhatIf, "title: How long", "title: With a roof of 100, or 40 to 60, how long")]
    [InlineData(Bars, Title, "title: \"[720](figure:rain-birch) in Birch\"")]
    [InlineData(Guess, "question: How much", "question: \"Not [720](figure:rain-birch), but how much\"")]
    [InlineData(Bars, Title, "title: All 42 lead\nnumbers:\n  - {words: All 42, why: Made up.}")]
    [InlineData(Bars, Title, "title: All 42 lead\nnumbers:\n  - {words: \"*\", why: Made up.}")]
    [InlineData(WhatIf, "title: How long", "numbers: [{words: 42 days, why: Made up.}]\ntitle: 42 days or how long")]
    public void What_is_drawn_beside_it_or_bound_or_waived_needs_nothing(string path, string right, string wrong) =>
        Assert.Empty(Sites.Print(Sites.Checked(Sites.SampleInput.With(path, text => Replace(text, right, wrong)))));

    [Theory]
    [InlineData("mean: 720", "mean: 724", "rain-bars.yml:2:23: warning EX0461")]
    [InlineData("mean: 720", "mean: 719", "rain-bars.yml:2:23: warning EX0461")]
    public void When_the_row_moves_the_words_beside_it_are_reported(string right, string wrong, string expected)
    {
        var input = Sites.SampleInput.With(Bars, text => Replace(text, Title, "title: Birch leads by 720"));
        Assert.Empty(Sites.Checked(input).Findings);

        Assert.Contains(expected, Sites.Print(Sites.Checked(input.With("input/data/rain.yml", text => Replace(text, right, wrong)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("72 per cent")]
    [InlineData("720 per cent")]
    [InlineData("−720")]
    [InlineData("7.2")]
    [InlineData("more than 720")]
    [InlineData("twice 700")]
    public void What_says_another_number_or_counts_in_another_unit_is_not_held(string words) =>
        Assert.Contains("EX0461", Sites.Print(Sites.Checked(Sites.SampleInput.With(Bars, text => Replace(text, Title, $"title: \"Birch has {words}\"")))), StringComparison.Ordinal);

    [Theory]
    [InlineData("title: \"Дождь: [700](figure:rain-alder) мм\"", "rain-bars.yml:2:17: error EX0451")]
    [InlineData("title: >-\n  Дождь —\n  [700](figure:rain-alder) мм", "rain-bars.yml:4:4: error EX0451")]
    [InlineData("title: >-\n  Дождь —\n  это [700\n  мм](figure:rain-alder)", "rain-bars.yml:4:8: error EX0451")]
    [InlineData("title: 'Дождь ''здесь'' [700](figure:rain-alder) мм'", "rain-bars.yml:2:26: error EX0451")]
    [InlineData("title: \"Дождь\\u00a0\\\"здесь\\\"\\n[700](figure:rain-alder) мм\"", "rain-bars.yml:2:32: error EX0451")]
    public void Words_that_say_another_number_than_their_figure_are_found_in_their_line_and_column(string title, string expected)
    {
        foreach (var ends in new[] { "\n", "\r\n" })
            Assert.Contains(expected, Sites.Print(Sites.Checked(Sites.SampleInput.With(Bars, text => Replace(text, Title, title).ReplaceLineEndings(ends)))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_that_no_words_of_the_file_need_is_reported() =>
        Assert.Equal(["EX0462", "EX0462"], Sites.Checked(Sites.SampleInput
            .With(Bars, text => Replace(text, Title, Title + "\nnumbers: [{words: all 42, why: Gone.}]"))
            .With(Guess, text => text + "numbers: [{words: all 42, why: Gone.}]\n")).Findings.Select(f => f.Code));

    [Fact]
    public void While_a_story_cannot_be_read_no_waiver_of_its_charts_is_called_needless() =>
        Assert.Equal(["EX0101"], Sites.Checked(Sites.StoryInput.With("input/stories/the-way-back.en.md", text => text.Replace("published:", " published:", StringComparison.Ordinal))).Findings.Select(f => f.Code));

    [Fact]
    public void A_waiver_may_have_plain_spaces_where_the_text_has_others() =>
        Assert.Empty(Sites.Checked(Sites.SampleInput
            .With(Bars, text => Replace(text, Title, "title: all\u00A042 of them\nnumbers: [{words: all 42, why: A try.}]"))).Findings);

    [Theory]
    [InlineData("question: How much", "question: \"Not [710](figure:rain-birch), but how much\"", "most-rain.yml:2:17: error EX0451")]
    [InlineData("question: How much", "question: \"Not [700](figure:rain-beech), but how much\"", "most-rain.yml:2:16: error EX0420")]
    [InlineData("question: How much", "question: \"Not [at most 500](figure:rain-cedar), but how much\"", "most-rain.yml:2:17: error EX0456")]
    public void Words_of_blocks_are_compared_with_the_figures_that_they_name(string right, string wrong, string expected) =>
        Assert.Contains(expected, Sites.Print(Sites.Checked(Sites.SampleInput.With(Guess, text => Replace(text, right, wrong)))), StringComparison.Ordinal);

    [Fact]
    public void A_caption_and_the_words_of_a_picture_are_read_too_and_may_name_figures()
    {
        var build = Site.Build(Pictured("![Лодки, all 42](images/boats.png \"Здесь 42, and 42 &amp; [610](figure:rain-alder)\")"));

        Assert.Equal(["EX0461", "EX0461", "EX0461"], build.Findings.Select(f => f.Code));
        Assert.Equal([14, 42, 50], build.Findings.Select(f => f.Where!.Value.Column));
        Assert.All(build.Findings, f => Assert.Equal("42", f.Where!.Value.Text));
        Assert.Contains("<figcaption>Здесь 42, and 42 &amp; 610</figcaption>", System.Net.WebUtility.HtmlDecode(build.Files.Text("rain/index.html")).Replace(" & ", " &amp; ", StringComparison.Ordinal), StringComparison.Ordinal);

        var wrong = Site.Build(Pictured("![Лодки](images/boats.png \"Здесь [611](figure:rain-alder)\")"));
        Assert.Equal(("EX0451", "611"), wrong.Findings.Select(f => (f.Code, f.Where!.Value.Text)).Single());
    }

    private static InputFiles Pictured(string picture)
    {
        using var bitmap = new SKBitmap(20, 10);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        var input = Sites.SampleInput.With(Story, text => text.ReplaceLineEndings("\r\n").TrimEnd() + "\r\n\r\n" + picture + "\r\n");
        return new InputFiles(input.Files.SetItem("input/images/boats.png", data.ToArray()));
    }

    private static string Replace(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        var rest = text[(at + right.Length)..];

        // A quote that the new words close takes the rest of the line with it.
        if (wrong.EndsWith('"') && rest.Length > 0 && rest[0] == ' ')
            (wrong, rest) = (wrong[..^1], rest.Insert(rest.IndexOf('\n', StringComparison.Ordinal), "\""));
        return text[..at] + wrong + rest;
    }
}

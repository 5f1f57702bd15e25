using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Publish;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>Arithmetic that readers can change, and that says when nobody has published what they try.</summary>
public sealed class WhatIfTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("/blocks/", "0.3%", "1.5%", "1%", "67%", "Beyond what anybody has published: 0.3%.", "If those who came back are 1% of all employed people, and 1.5% of the workforce had been lost, then 67% of the lost workers are back.")]
    [InlineData("/ru/blocks/", "0,3%", "1,5%", "1%", "67%", "Опубликовано другое: 0,3%.", "Если вернувшиеся — это 1% всех занятых, а потеряно было 1,5% рабочей силы, то вернулись 67% потерянных работников.")]
    public async Task A_value_that_nobody_published_is_told_to_be_one(string path, string first, string second, string last, string result, string beyond, string told)
    {
        await using var opened = await browser.OpenAsync(Sites.Gallery.Files, path, 390, 844);
        var block = opened.Page.Locator(".what-if");
        Assert.Equal([first, second, "20%"], await block.Locator("output").AllInnerTextsAsync());
        await Assertions.Expect(block.Locator(".beyond").First).ToBeHiddenAsync();

        await block.Locator("input").First.FocusAsync();
        await opened.Page.Keyboard.PressAsync("End");

        Assert.Equal([last, second, result], await block.Locator("output").AllInnerTextsAsync());
        await Assertions.Expect(block.Locator(".beyond").First).ToBeVisibleAsync();
        await Assertions.Expect(block.Locator(".beyond").First).ToHaveTextAsync(beyond);
        await Assertions.Expect(block.Locator(".beyond").Last).ToBeHiddenAsync();
        Assert.Equal(last, await block.Locator("input").First.GetAttributeAsync("aria-valuetext"));
        Assert.Equal(told, (await block.Locator(".formula").InnerTextAsync()).Replace('\u00A0', ' '));

        await block.Locator("button").ClickAsync();

        Assert.Equal([first, second, "20%"], await block.Locator("output").AllInnerTextsAsync());
        await Assertions.Expect(block.Locator(".beyond").First).ToBeHiddenAsync();
        Assert.Empty(opened.Problems);
    }

    [Fact]
    public async Task Where_the_formula_has_no_value_the_words_say_so()
    {
        await using var opened = await browser.OpenAsync(Sites.Sample.Files, Pages.Sample, 390, 844);
        var block = opened.Page.Locator(".what-if");

        await block.Locator("input[name=use]").FocusAsync();
        await opened.Page.Keyboard.PressAsync("Home");

        await Assertions.Expect(block.Locator("[data-result]")).ToHaveTextAsync("No answer");
        await Assertions.Expect(block.Locator("circle")).ToBeHiddenAsync();
        Assert.DoesNotMatch("NaN|Infinity|null", await block.InnerTextAsync() + await block.Locator("circle").GetAttributeAsync("cx"));

        // A result beyond its scale stands at the end as a ring.
        await opened.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(block.Locator("[data-result]")).ToHaveTextAsync("3,050 days");
        await Assertions.Expect(block.Locator("circle")).ToHaveClassAsync("out");
        Assert.Equal("100%", await block.Locator("circle").GetAttributeAsync("cx"));
        Assert.Empty(opened.Problems);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1440)]
    public async Task A_mark_stands_where_the_handle_stands_at_its_value(int width)
    {
        await using var opened = await browser.OpenAsync(Sites.Gallery.Files, "/blocks/", width, 844);
        var input = (await opened.Page.Locator(".what-if input").First.BoundingBoxAsync())!;
        var mark = (await opened.Page.Locator(".what-if .marks rect").First.BoundingBoxAsync())!;

        Assert.True(input.Height >= 44);

        // Below the handle, of which 22 pixels are drawn, so that neither covers the other.
        Assert.InRange(mark.Y, input.Y + 33, input.Y + 44);
        Assert.Equal(["0%", "1%"], await opened.Page.Locator(".what-if .marks").First.Locator("> text").AllTextContentsAsync());
        Assert.Equal(input.X + 22 + ((input.Width - 44) * 0.3), mark.X + (mark.Width / 2), 1.0);
        Assert.True(await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);
    }

    [Fact]
    public async Task Without_scripts_the_published_values_the_formula_and_their_result_stand_as_text()
    {
        await using var opened = await browser.OpenAsync(Sites.Gallery.Files, "/ru/blocks/", 390, 844, script: false);
        var block = opened.Page.Locator(".what-if");

        Assert.Equal(["0,3%", "1,5%", "20%"], await block.Locator("output").AllInnerTextsAsync());
        Assert.Equal(["0,3% Bloomberg Economics, 2023, по смыслу текста", "1,5% экономисты Альфа-банка, 2022", "20% наш расчёт: 0,3 / 1,5, 2022–2023"], (await block.Locator("li").AllInnerTextsAsync()).Select(t => t.Replace('\u00A0', ' ').Replace("\u2060", "", StringComparison.Ordinal)));
        Assert.Equal("Если вернувшиеся — это 0,3% всех занятых, а потеряно было 1,5% рабочей силы, то вернулись 20% потерянных работников.", (await block.Locator(".formula").InnerTextAsync()).Replace('\u00A0', ' '));
        foreach (var control in await block.Locator("input, button, .beyond").AllAsync())
            Assert.False(await control.IsVisibleAsync());
    }

    [Fact]
    public async Task An_input_may_be_called_as_what_every_object_of_the_browser_has()
    {
        await using var opened = await browser.OpenAsync(WithModules, Pages.Sample, 390, 844);
        Assert.Equal(3, await opened.Page.EvaluateAsync<double?>(
            "async module => (await import(module)).evaluate(['constructor', 'valueOf', '+'], { constructor: 1, valueOf: 2 })", AddressOf("what-if")));
    }

    [Fact]
    public async Task The_browser_reckons_as_the_build_does()
    {
        const int Count = 2000;
        var random = new Random(42);
        var cases = Enumerable.Range(0, Count).Select(_ =>
        {
            var findings = new List<Diagnostic>();
            var text = Expression(random, 4);
            var formula = FormulaReader.Read(new YamlScalar(text, false, new SourceText("x", text).Span(0, text.Length)), ["a", "b"], findings)!;
            var (a, b) = (random.Next(-20, 20) / 4.0, random.Next(-3, 4));
            return (Text: text, Value: formula.Evaluate(n => n == "a" ? a : b), Call: $"[{BlockNumbers.Steps(formula)},{{\"a\":{BlockNumbers.Raw(a)},\"b\":{b}}}]");
        }).ToList();
        await using var opened = await browser.OpenAsync(WithModules, Pages.Sample, 390, 844);

        var values = await opened.Page.EvaluateAsync<double?[]>(
            "async ([module, calls]) => { const { evaluate } = await import(module); return JSON.parse(calls).map(c => evaluate(...c)); }",
            new[] { AddressOf("what-if"), $"[{string.Join(',', cases.Select(c => c.Call))}]" });

        Assert.Contains(values, v => v is null);
        Assert.Contains(values, v => v is not null);
        foreach (var (expected, value) in cases.Zip(values))
            Assert.True(expected.Value.Equals(value) || (expected.Value == 0 && value == 0), $"{expected.Text}: {expected.Value} in the build, {value} in the browser");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task The_browser_writes_numbers_as_the_build_does(string code)
    {
        var language = Sites.Gallery.Content!.Languages.Single(l => l.Code == code);
        var random = new Random(7);
        var cases = Enumerable.Range(0, 2000).Select(i =>
        {
            var digits = random.Next(0, 5);

            // Many of them ties, where rounding may go either way.
            var value = i % 3 == 0 ? (random.Next(-200_000, 200_000) + 0.5) / Math.Pow(10, digits) : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 10));
            return (Value: value, Digits: digits, Words: BlockNumbers.Amount("{0} mm", value, digits, language));
        }).ToList();
        await using var opened = await browser.OpenAsync(WithModules, Pages.Sample, 390, 844);

        var words = await opened.Page.EvaluateAsync<string[]>(
            "async ([module, values, decimal, group, from]) => { const { amount } = await import(module); return JSON.parse(values).map(([v, digits]) => amount(v, { decimal, group, from, digits, pattern: '{0} mm' })); }",
            new[] { AddressOf("amount"), $"[{string.Join(',', cases.Select(c => string.Create(CultureInfo.InvariantCulture, $"[{c.Value:R},{c.Digits}]")))}]", language.Decimal, language.Group, language.GroupFrom.ToString(CultureInfo.InvariantCulture) });

        Assert.Equal(cases.Select(c => c.Words), words);
    }

    // The theme's modules as they stand: in the site they are joined, and what they export is not to be had.
    private static readonly ImmutableArray<OutputFile> WithModules = Sites.Sample.Files.AddRange(Sites.SampleInput.In("theme/scripts", ".js").Select(path => new OutputFile(path, Sites.SampleInput.Files[path])));

    private static string AddressOf(string script) => $"/theme/scripts/{script}.js";

    private static string Expression(Random random, int depth)
    {
        if (depth == 0 || random.Next(5) == 0)
            return random.Next(3) switch { 0 => "a", 1 => "b", _ => BlockNumbers.Raw(random.Next(0, 40) / 8.0) };
        string Inner() => Expression(random, depth - 1);
        return random.Next(7) switch
        {
            0 => $"min({Inner()}, {Inner()})",
            1 => $"max({Inner()}, {Inner()})",
            2 => $"-({Inner()})",
            var sign => new StringBuilder().Append('(').Append(Inner()).Append(") ").Append("+-*/"[sign - 3]).Append(" (").Append(Inner()).Append(')').ToString(),
        };
    }
}

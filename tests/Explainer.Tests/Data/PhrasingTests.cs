using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.Support;

namespace Explainer.Tests.DataTests;

public sealed class PhrasingTests
{
    private const string Nothing = "";
    private static readonly Dictionary<string, Language> Languages = new[] { "en", "ru" }.ToDictionary(code => code, Read);

    private static readonly (string Unit, string After, string After2)[] Units =
        [("people", " of them", " человек"), ("%", " of them", " из них"), ("points", " percentage points", " процентных пунктов"), ("times", " times", " раз")];

    private static readonly Hedge?[] Hedges = [null, Hedge.About, Hedge.Almost, Hedge.Over, Hedge.Under];

    private static readonly Figure Plain = Phrasing.FigureOf("1");

    // Numbers of all sizes: some digits and where the point stands among them.
    private static readonly Gen<double> Values = Gen.Select(Gen.Int[-999_999, 999_999], Gen.Int[-4, 6]).Select((digits, power) => double.Parse($"{digits}e{power}", CultureInfo.InvariantCulture));

    private static readonly Gen<Figure> Figures =
        Gen.Select(Values, Values, Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 4]).Select((a, b, shape, unit, hedge) =>
        {
            var (low, high) = (Math.Min(a, b), Math.Max(a, b));
            var (from, to) = shape switch
            {
                0 => (low, low),
                1 => (low, high),
                2 => ((double?)null, (double?)high),
                _ => (low, null),
            };
            // On both sides of zero nobody prints ends of which one is hundreds of times the other.
            if (from * to < 0 && Math.Max(-low, high) > 100 * Math.Min(-low, high))
                to = -from;
            return new Figure("drawn", from, to, Units[unit].Unit, Hedges[hedge], null, Plain.Provenance, Plain.Span);
        });

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void Every_phrasing_of_the_corpus_gets_its_verdict(string code)
    {
        const int Fewest = 200;
        var corpus = Phrasing.ReadAll(Path.Combine(Repository.Root, "tests", "phrasings", code + ".txt"));
        var reader = ReaderOf(code);
        var wrong = new List<string>();
        foreach (var phrasing in corpus)
        {
            var phrase = reader.Read(phrasing.Before, phrasing.Words, phrasing.After);
            foreach (var (figure, expected) in phrasing.Figures)
            {
                var verdict = PhraseJudge.Judge(phrase, phrasing.Words, Phrasing.FigureOf(figure), Languages[code])?.Code ?? Nothing;
                if (verdict != expected)
                    wrong.Add($"{phrasing.Place}: '{phrasing.Words}' and {figure}: {Name(expected)} would be right, but the verdict is {Name(verdict)}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong verdicts of {corpus.Sum(p => p.Figures.Count)}:\n{string.Join('\n', wrong)}");
        Assert.True(corpus.Count >= Fewest, $"{corpus.Count} phrasings, but there should be {Fewest}");
        Assert.Equal(corpus.Count, corpus.DistinctBy(p => (p.Before, p.Words, p.After)).Count());
        Assert.All(corpus, p => Assert.NotEmpty(p.Figures));
    }

    [Fact]
    public void What_a_figure_prints_is_true_of_it() =>
        Figures.Sample(
            figure =>
            {
                foreach (var code in Languages.Keys)
                    Assert.Null(Judge(figure, figure, code));
            },
            iter: 3000);

    [Fact]
    public void What_a_figure_prints_is_not_true_when_the_number_moves_beyond_its_last_digit() =>
        Gen.Select(Figures, Gen.Double[1.1, 5], Gen.Bool, Gen.Bool).Sample(
            (figure, steps, moveHigh, up) =>
            {
                var isRange = figure is { Low: { } a, High: { } b } && !a.Equals(b);
                var end = figure.Low is null || (isRange && moveHigh) ? figure.High!.Value : figure.Low!.Value;
                foreach (var code in Languages.Keys)
                {
                    var moved = end + (steps * PrintedStep(figure, code) * (up ? 1 : -1));
                    var other = figure with { Low = figure.Low is null || (isRange && moveHigh) ? figure.Low : moved, High = figure.High is null || (isRange && !moveHigh) ? figure.High : moved };

                    // Words without a sign say a fall as well as a rise.
                    if (moved * end < 0 || moved.Equals(0) || other.Low > other.High)
                        continue;
                    Assert.NotNull(Judge(figure, other, code));
                }
            },
            iter: 3000);

    [Theory]
    [InlineData("en", "In 2022 some 60,312 of 1.1 million (−2.5%) left", "60,312|1.1 million|−2.5%")]
    [InlineData("en", "twenty-five trains, a third late, every sixth by 10 to 12 per cent", "twenty-five|third|every sixth|10|12 per cent")]
    [InlineData("en", "the 16th of covid-19 and pre-2022, $2bn, 75k, 5m and 5 m", "19|2022|2bn|75k|5m|5")]
    [InlineData("en", "several million, half a million, two in five, twice, minus five", "half a million|two in five|twice|minus five")]
    [InlineData("ru", "В 2022 году 16-й раз: 60\u202F312 человек, полмиллиона, 3,4\u00A0% и два с половиной миллиона", "60\u202F312|полмиллиона|3,4\u00A0%|два с половиной миллиона")]
    [InlineData("ru", "каждый шестой, трое из десяти, вдвое, 450 тыс. – 1 млн, минус 2038", "каждый шестой|трое из десяти|вдвое|450 тыс.|1 млн|минус 2038")]
    public void Amounts_are_found_where_they_stand(string code, string text, string expected)
    {
        var found = ReaderOf(code).Find(text).Select(a => text[a.Start..a.End]);

        Assert.Equal(expected.Split('|'), found);
    }

    [Theory]
    [InlineData("en", "a 43-year-old, 18- to 24-year-olds, 30 years old, aged 16 or 17, aged between 18 and 34, the ages of 3 and 5, 42 years, 7 aged", "43|18|24|30|16|17|18|34|3|5")]
    [InlineData("ru", "30-летний, в возрасте 40 лет, в возрасте от 18 до 24 лет, старше 65, моложе восемнадцати, 42 года, 7 лет назад", "30|40|18|24|65|восемнадцати")]
    public void Ages_are_told_from_other_numbers(string code, string text, string expected)
    {
        var reader = ReaderOf(code);

        Assert.Equal(expected.Split('|'), reader.Ages(text, reader.Find(text)).Select(a => text[a.Start..a.End]));
    }

    [Fact]
    public void Any_text_is_read_and_its_amounts_follow_one_another()
    {
        string[] pieces = ["one", "two", "hundred", "million", "half", "in", "of", "and", "a", "per", "cent", "or", "so", "1", "1,000", "2.5", "2022", "-", "–", "−", "+", "%", ".", ",", " ", "\u00A0", "½", "m", "th", "пол", "полмиллиона", "сто", "тысяч", "с", "половиной", "каждый", "второй", "из", "до", "больше", "чем", "раз", "процентов", "минус", "п", "\ud83d"];
        Gen.Select(Gen.Int[0, pieces.Length - 1], Gen.Bool).Array[0, 25].Select(all => string.Concat(all.Select(p => pieces[p.Item1] + (p.Item2 ? " " : "")))).Array[3].Sample(
            texts =>
            {
                foreach (var code in Languages.Keys)
                {
                    var end = 0;
                    foreach (var amount in ReaderOf(code).Find(texts[1]))
                    {
                        Assert.InRange(amount.Start, end, amount.End - 1);
                        Assert.InRange(amount.End, amount.Start + 1, texts[1].Length);
                        Assert.False(double.IsNaN(amount.Number.Value));
                        end = amount.End;
                    }

                    ReaderOf(code).Read(texts[0], texts[1], texts[2]);
                }
            },
            iter: 3000);
    }

    [Theory]
    [InlineData("en", "In 2022 some 60,312 of 1.1 million (−2.5%) left; ")]
    [InlineData("en", "one in two in five in ")]
    [InlineData("en", "60 or so ")]
    [InlineData("en", "111 ")]
    [InlineData("en", "every one in a ")]
    [InlineData("en", "one hundred and ")]
    [InlineData("ru", "около 60\u202F312 из двух с половиной миллионов, ")]
    [InlineData("ru", "полмиллиона до ")]
    [InlineData("ru", "7")]
    [InlineData("ru", "тысяч ")]
    public void A_long_text_is_read_at_once(string code, string piece)
    {
        const int Long = 100_000;
        var text = string.Concat(Enumerable.Repeat(piece, Long / piece.Length));
        var reader = ReaderOf(code);
        reader.Find(text[..Math.Min(1000, text.Length)]);

        // The best of three: other tests run beside this one.
        var fastest = Enumerable.Range(0, 3).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            reader.Find(text);
            reader.Read(text, "60,312", text);
            return watch.Elapsed.TotalSeconds;
        });

        Assert.InRange(fastest, 0, 1);
    }

    private static string Name(string code) => code.Length == 0 ? Phrasing.True : code;

    private static Language Read(string code) =>
        Language.Read(code, new SourceText($"theme/words/{code}.yml", File.ReadAllText(Path.Combine(Repository.Root, "theme", "words", $"{code}.yml"))), []) ?? throw new InvalidDataException(code);

    private static PhraseReader ReaderOf(string code) => new(Languages[code].Reading, Languages[code].Decimal);

    // What the printed words of one figure say of another.
    private static PhraseFault? Judge(Figure printed, Figure figure, string code)
    {
        var words = printed.In(Languages[code]);
        var unit = Units.Single(u => u.Unit == printed.Unit);
        return PhraseJudge.Judge(ReaderOf(code).Read("", words, code == "en" ? unit.After : unit.After2), words, figure, Languages[code]);
    }

    // What the last printed digit counts; the larger one where two ends are printed.
    private static double PrintedStep(Figure figure, string code)
    {
        var language = Languages[code];
        var words = figure.In(language);
        var scale = HasScale("number.billion") ? 1e9 : HasScale("number.million") ? 1e6 : 1;
        var numbers = Regex.Matches(words, @"\d[\d.,\u202F]*").Select(number => string.Concat(number.Value.Where(c => char.IsAsciiDigit(c) || c == language.Decimal[0])));
        return scale * numbers.Max(n => n.Contains(language.Decimal, StringComparison.Ordinal) ? Math.Pow(10, n.IndexOf(language.Decimal, StringComparison.Ordinal) + 1 - n.Length) : 1);

        bool HasScale(string key) => Regex.IsMatch(words, @"\d" + Regex.Escape(language.Word(key, Nothing)) + @"(?!\p{L})");
    }
}

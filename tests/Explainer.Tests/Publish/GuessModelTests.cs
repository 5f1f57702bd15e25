using Explainer.Data;
using Explainer.Publish;
using Explainer.Stories;
using Explainer.Tests.Support;

namespace Explainer.Tests.PublishTests;

/// <summary>What a guess comes to, in words of both languages.</summary>
public sealed class GuessModelTests
{
    [Theory]
    [InlineData("en", 5, "7", ". All 7 answers are higher. The nearest: OutRush in one year (8%).")]
    [InlineData("en", 8, "7", ". Of 7 answers, 1 agrees with yours and 6 are higher. The nearest: OutRush in one year (8%).")]
    [InlineData("en", 35, "7", ". Of 7 answers, 4 are lower and 3 are higher. The nearest: Finion (40 to 45%).")]
    [InlineData("en", 42, "7", ". Of 7 answers, 4 are lower, 1 agrees with yours and 2 are higher. The nearest: Finion (40 to 45%).")]
    [InlineData("en", 21, "7", ". Of 7 answers, 3 are lower and 4 are higher. The nearest: HeadHunter (26%) and OutRush in 2024 (16%).")]
    [InlineData("en", 90, "7", ". All 7 answers are lower. The nearest: Mikhail Mishustin (85%).")]
    [InlineData("ru", 5, "7", ". Все 7 ответов выше. Ближе всего: OutRush за один год (8%).")]
    [InlineData("ru", 42, "7", ". Из 7 ответов 4 ниже, 1 совпал с вашим и 2 выше. Ближе всего: Finion (40–45%).")]
    [InlineData("ru", 90, "7", ". Все 7 ответов ниже. Ближе всего: Михаил Мишустин (85%).")]
    [InlineData("ru", 90, "1", ". Единственный ответ ниже. Ближе всего: Владимир Путин (50%).")]
    [InlineData("ru", 90, "2", ". Все 2 ответа ниже. Ближе всего: Михаил Мишустин (85%).")]
    [InlineData("en", 50, "1", ". The answer agrees with yours. The nearest: Vladimir Putin (50%).")]
    [InlineData("en", 50, "0", ".")]
    public void The_result_is_a_sentence_in_the_forms_of_the_language(string code, int value, string count, string expected)
    {
        var content = Sites.Gallery.Content!;
        var language = content.Languages.Single(l => l.Code == code);
        var guess = (GuessSpec)content.Blocks["who-is-back"];

        var results = GuessModel.Results(guess with { Answers = [.. guess.Answers.Take(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture))] }, guess.Slider!, "{0}%", language);

        Assert.Equal(expected, results.Last(r => r![0]!.GetValue<double>() <= value / 100.0)![1]!.GetValue<string>().Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("en", 5, ". Higher: officials, companies, surveys. The nearest: the OutRush survey, in one year alone (8%).")]
    [InlineData("en", 12, ". Around yours: surveys. Higher: officials, companies. The nearest: the RANEPA survey (10%).")]
    [InlineData("en", 24, ". Lower: surveys. Higher: officials, companies. The nearest: a job site (26%).")]
    [InlineData("en", 42, ". Lower: surveys. Around yours: companies. Higher: officials. The nearest: a relocation firm in 2024 (40 to 45%).")]
    [InlineData("en", 50, ". Lower: companies, surveys. Around yours: officials. The nearest: a presidential aide, of autumn’s leavers (almost 50%) and 2 more answers.")]
    [InlineData("ru", 42, ". Ниже: опросы. Примерно там же: компании. Выше: чиновники. Ближе всего: фирма Finion в 2024 году (40–45%).")]
    [InlineData("ru", 50, ". Ниже: компании, опросы. Примерно там же: чиновники. Ближе всего: помощник президента, об уехавших осенью (почти 50%) и ещё 2 ответа.")]
    [InlineData("ru", 95, ". Ниже: чиновники, компании, опросы. Ближе всего: премьер-министр, об ИТ-специалистах (85%).")]
    public void A_guess_may_be_compared_with_kinds_of_answers(string code, int value, string expected)
    {
        var content = Sites.Story.Content!;
        var guess = (GuessSpec)content.Blocks["your-guess"];

        var results = GuessModel.Results(guess, guess.Slider!, "{0}%", content.Languages.Single(l => l.Code == code));

        Assert.Equal(expected, results.Last(r => r![0]!.GetValue<double>() <= value / 100.0)![1]!.GetValue<string>().Replace('\u00A0', ' '));
    }

    [Fact]
    public void Where_lines_begin_at_the_right_the_numbers_that_a_script_writes_and_those_that_it_says_read_from_the_left()
    {
        var content = Sites.Gallery.Content!;
        var guess = (GuessSpec)content.Blocks["who-is-back"];
        var turned = content.Languages[0] with { IsRightToLeft = true };

        Assert.Equal("\u2066{0}%\u2069", BlockNumbers.Slider(guess.Slider!, "{0}%", "x", turned)["pattern"]);
        Assert.EndsWith("(\u206685%\u2069).", GuessModel.Results(guess, guess.Slider!, "{0}%", turned)[^1]![1]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who-is-back", 42, "。Of 7 answers, 4 are lower、1 agrees with yours and 2 are higher。The nearest: Finion (40 to 45%)。")]
    [InlineData("your-guess", 42, "。Lower: surveys。Around yours: companies。Higher: officials。The nearest: a relocation firm in 2024 (40 to 45%)。")]
    [InlineData("your-guess", 5, "。Higher: officials、companies、surveys。The nearest: the OutRush survey, in one year alone (8%)。")]
    public void A_language_may_join_sentences_by_signs_of_its_own(string block, int value, string expected)
    {
        var content = (block == "your-guess" ? Sites.Story : Sites.Gallery).Content!;
        var guess = (GuessSpec)content.Blocks[block];
        var language = content.Languages.Single(l => l.Code == "en");
        var words = language.Words.SetItem("guess.end", "。").SetItem("guess.result", "。{0}。{1}。").SetItem("guess.list", "{0}、{1}").SetItem("guess.then", "{0}。{1}");

        var results = GuessModel.Results(guess, guess.Slider!, "{0}%", language with { Words = words });

        Assert.Equal(expected, results.Last(r => r![0]!.GetValue<double>() <= value / 100.0)![1]!.GetValue<string>().Replace('\u00A0', ' '));
        Assert.Equal("。", GuessModel.Results(guess with { Answers = [] }, guess.Slider!, "{0}%", language with { Words = words }).Single()![1]!.GetValue<string>());
    }

    [Fact]
    public void A_kind_without_words_is_called_as_everywhere()
    {
        var content = Sites.Story.Content!;
        var guess = (GuessSpec)content.Blocks["your-guess"];

        var results = GuessModel.Results(guess with { Kinds = guess.Kinds.Remove(Kind.Claim) }, guess.Slider!, "{0}%", content.Languages.Single(l => l.Code == "en"));

        Assert.StartsWith(". Higher: claim, companies, surveys.", results[0]![1]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 50.0, null, "up to 50%")]
    [InlineData(null, 50.0, Hedge.Under, "under 50%")]
    [InlineData(null, 50.0, Hedge.About, "about up to 50%")]
    [InlineData(50.0, null, Hedge.Over, "over 50%")]
    [InlineData(50.0, null, null, "at least 50%")]
    [InlineData(50.0, 50.0, Hedge.Almost, "almost 50%")]
    public void An_answer_holds_back_and_a_bound_says_that_it_is_one(double? low, double? high, Hedge? hedge, string expected)
    {
        var content = Sites.Gallery.Content!;
        var answer = ((GuessSpec)content.Blocks["who-is-back"]).Answers[0];

        Assert.Equal(expected, BlockNumbers.Published(answer with { Figure = answer.Figure! with { Low = low, High = high, Hedge = hedge } }, "{0}%", content.Languages[0]));
    }

    [Fact]
    public void Twenty_one_answers_have_the_form_of_one_in_Russian()
    {
        var content = Sites.Gallery.Content!;
        var guess = (GuessSpec)content.Blocks["who-is-back"];
        var many = guess with { Answers = [.. Enumerable.Repeat(guess.Answers[0], 20), guess.Answers[1]] };

        var results = GuessModel.Results(many, guess.Slider!, "{0}%", content.Languages.Single(l => l.Code == "ru"));

        Assert.Contains("Из 21 ответа 20 ниже и 1 выше. Ближе всего: Владимир Путин (50%) и ещё 19 ответов.", string.Concat(results.Select(r => r![1]!.GetValue<string>())).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }
}

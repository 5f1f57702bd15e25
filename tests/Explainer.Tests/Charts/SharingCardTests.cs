using System.Collections.Immutable;
using CsCheck;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>A card holds its headline whatever it says, in letters as large as the box allows, and nothing lies over the words.</summary>
public sealed class SharingCardTests
{
    private const double Margin = 64;
    private const string Long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlungsprotokollführer";

    private static readonly Gen<string> Headlines =
        Gen.Select(Gen.Char["abcdefghijklmnoqrstuvwyzABCMWЖШщюё0123456789äß—,.’"].Array[1, 28], Gen.Int[0, 5], (letters, times) => new string(letters) + (times == 0 ? "\u00A0" + new string(letters) : ""))
            .Array[1, 60].Select(words => string.Join(' ', words));

    private static DrawnChart Crowd => ChartDrawer.Draw(Sites.Story.Content!.Charts["crowd"], English, Looks.Typefaces).Chart!;

    private static Language English => Sites.Story.Content!.Languages.Single(l => l.Code == "en");

    [Fact]
    public void Any_headline_stays_within_the_margins() => Gen.Select(Headlines, Headlines, Gen.Bool).Sample(
        (headline, standfirst, isDrawn) =>
        {
            var card = Compose(headline, standfirst, isDrawn ? Drawn.Value : null);
            foreach (var line in card.Headline.Concat(card.Standfirst))
            {
                Assert.InRange(line.X, Margin, SharingCard.Width - Margin);
                Assert.InRange(line.X + line.Width, Margin, SharingCard.Width - Margin + 0.01);
                Assert.InRange(line.Top, card.Name!.Bottom, SharingCard.Height - Margin);
                Assert.InRange(line.Bottom, card.Name.Bottom, SharingCard.Height - Margin + 0.01);
            }

            var lines = card.Headline.Concat(card.Standfirst).ToList();
            Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.First.Y + (0.3 * pair.First.Size) < pair.Second.Y));
            var said = string.Concat(card.Headline.Select(l => l.Text)).Replace(" ", "", StringComparison.Ordinal);
            var all = headline.Replace(" ", "", StringComparison.Ordinal);
            Assert.True(said == all || (said.EndsWith('…') && all.StartsWith(said[..^1], StringComparison.Ordinal)));
        },
        iter: 300);

    // Words of every length, so that for some the line is full to its last pixel.
    [Fact]
    public void An_ellipsis_has_room_however_wide_the_word_before_it()
    {
        for (var length = 1; length < 120; length++)
        {
            var words = string.Join(' ', Enumerable.Repeat(new string('n', length), 20 + (600 / length)));
            var card = Compose(words, words, null);

            Assert.Contains(card.Headline.Concat(card.Standfirst), l => l.Text.EndsWith('…'));
            Assert.All(card.Headline.Concat(card.Standfirst), l => Assert.True(l.X + l.Width <= SharingCard.Width - Margin + 0.01, $"{length} letters: {l.X + l.Width}"));
        }
    }

    [Theory]
    [InlineData("Corrections", 92)]
    [InlineData("Who came back to Russia?", 92)]
    [InlineData("Кто вернулся в Россию и кто остался: что известно спустя три года", 72)]
    [InlineData(Long, 34)]
    public void Short_headlines_are_set_large_and_the_longest_words_are_parted_rather_than_cut_off(string headline, int least)
    {
        var card = Compose(headline, "", Drawn.Value);

        Assert.All(card.Headline, l => Assert.InRange(l.Size, least, 92));
        Assert.Equal(headline, string.Join(headline.Contains(' ', StringComparison.Ordinal) ? " " : "", card.Headline.Select(l => l.Text)));
    }

    [Fact]
    public void Lines_stay_as_the_author_broke_them_in_the_colours_of_who_says_them()
    {
        var card = SharingCard.Compose("Site", [[new("Half came back", Kind.Claim), new(", say officials.")], [new("Nobody counted.")]], "", null, Looks.Typefaces);

        Assert.Equal(["Half came back, say officials.", "Nobody counted."], card.Headline.Select(l => l.Text));
        Assert.Equal(["claim", "claim", "claim", "ink", "ink", "ink"], card.Headline[0].Words.SelectMany(w => w.Runs).Select(r => r.Role));
    }

    [Fact]
    public void No_dot_of_the_crowd_lies_over_a_word()
    {
        foreach (var headline in new[] { "Short", "Nobody has counted, and everybody says a number", "One\nTwo\nThree" })
        {
            var card = Compose(headline, "", Drawn.Value);
            var (x, y, scale, crowd) = card.Drawing!;
            foreach (var element in crowd.Marks.SelectMany(m => m.Elements))
            {
                using var path = PicturePng.PathOf(element);
                Assert.DoesNotContain(path.Points, p => card.Headline.Any(l => l.X - 20 < x + (p.X * scale) && x + (p.X * scale) < l.X + l.Width + 20 && l.Top < y + (p.Y * scale) && y + (p.Y * scale) < l.Bottom + 20));
            }
        }
    }

    [Fact]
    public void A_chart_with_words_is_left_out_and_the_standfirst_stands_in_its_place()
    {
        var (drawn, _) = ChartDrawer.Draw(Sites.Story.Content!.Charts["left"], English, Looks.Typefaces);

        var card = Compose("Who left", "Nobody has counted.", drawn);

        Assert.Null(card.Drawing);
        Assert.Equal("Nobody has counted.", string.Join(' ', card.Standfirst.Select(l => l.Text)));
    }

    [Fact]
    public void Pairs_of_letters_are_kerned()
    {
        using var setter = new Typesetter(Looks.Typefaces, Typefaces.Display, 0);

        Assert.True(setter.Measure("AV") < setter.Measure("A") + setter.Measure("V") - 0.02);
    }

    [Fact]
    public void Characters_that_the_face_lacks_are_named() => Assert.Equal(["漢"], Compose("Kanji: 漢", "", null).Unlettered);

    [Fact]
    public void The_same_card_is_the_same_byte_for_byte_alone_and_in_a_crowd()
    {
        var png = Paint(Compose("Who came back?", "Nobody knows.", Drawn.Value));

        Assert.All(Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4).Select(_ => Paint(Compose("Who came back?", "Nobody knows.", Drawn.Value))).ToList(), p => Assert.True(png.AsSpan().SequenceEqual(p)));
    }

    private static readonly Lazy<DrawnChart> Drawn = new(() => Crowd);

    private static byte[] Paint(SharingCard card) => card.Paint(Looks.Palette, Looks.Mark);

    private static SharingCard Compose(string headline, string standfirst, DrawnChart? chart) =>
        SharingCard.Compose("Site", [.. headline.Split('\n').Select(l => ImmutableArray.Create(new KindRun(l)))], standfirst, chart, Looks.Typefaces);
}

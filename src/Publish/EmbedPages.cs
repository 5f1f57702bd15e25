using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>What is said of charts that pages of others show: their pages, the code to copy, oEmbed, how to cite them.</summary>
internal sealed class EmbedPages
{
    // As wide as a column of text, where nobody says how wide it is.
    private const int UsualWidth = 600;

    private readonly SiteContent _site;
    private readonly Publication _publication;
    private readonly SiteAddresses _addresses;
    private readonly ChartPictures _pictures;
    private readonly string? _hostScript;
    private readonly ImmutableDictionary<(string Chart, string Language), (Embed Embed, EmbedFrame Frame)> _embeds;

    /// <summary>Measures all charts.</summary>
    public EmbedPages(SiteContent site, Theme theme, Typefaces typefaces, IReadOnlyDictionary<(string Chart, string Language), DrawnChart> charts, ChartPictures pictures, Publication publication)
    {
        (_site, _publication, _addresses, _pictures) = (site, publication, new(site.Languages), pictures);
        _hostScript = theme.Addresses.GetValueOrDefault("embed.js");
        All = Embed.All(site, charts);
        _embeds = All.ToImmutableDictionary(e => (e.Chart.Spec.Id, e.Chart.Language.Code), e => (e, EmbedFrame.Of(e, Foot(e), typefaces)));
    }

    /// <summary>Every chart in every language.</summary>
    public ImmutableArray<Embed> All { get; }

    /// <summary>The files beside the pages: the numbers of each chart as JSON, and where the site's address is known, what oEmbed asks for.</summary>
    public IEnumerable<OutputFile> Files =>
        All.Select(e => ChartData.Write(e, _site, _publication, _addresses)).Concat(_publication.Address is null ? [] : All.Select(OEmbed));

    /// <summary>Where oEmbed's answers are when the site's address is known.</summary>
    public IEnumerable<string> AddressesOfPublished => All.Select(OEmbedPath);

    /// <summary>The address of a chart's page.</summary>
    public string AddressOf(Embed embed) => _addresses.Embed(embed.Chart.Language, embed.Chart.Spec.Id);

    /// <summary>What the page of a chart has beyond other pages.</summary>
    /// <param name="embed">The chart.</param>
    /// <param name="drawings">Where its drawings are.</param>
    public Dictionary<string, object?> Page(Embed embed, DrawingFiles drawings)
    {
        var (drawn, first) = (embed.Chart, embed.States[0]);
        var several = embed.States.Length > 1;
        var chart = several ? ChartModel.Changing(drawn, first, "page.chart", embed.States, drawings) : ChartModel.Standing(drawn, first, "page.chart");
        chart["titleTag"] = "h1";
        return new Dictionary<string, object?>
        {
            ["canonical"] = _publication.Of(embed.Place(_addresses)),
            ["oEmbed"] = _publication.Of(OEmbedPath(embed)),
            ["story"] = embed.Place(_addresses),
            ["storyTitle"] = embed.Story.Title,
            ["chart"] = chart,
            ["legend"] = ChartModel.Legend(drawn),
            ["states"] = several ? embed.States.Select((state, i) => State(drawn, state, i + 1, embed.States.Length)).ToList() : [],
        };
    }

    /// <summary>How a chart is cited and shown elsewhere, as its story says under it.</summary>
    public Dictionary<string, object?> Share(string chart, Language language)
    {
        var embed = _embeds[(chart, language.Code)].Embed;
        var licence = _site.LicenceOf(embed.Chart.Spec.Data);
        return new Dictionary<string, object?>
        {
            ["citation"] = Citation.Of(embed, _site, _publication, _addresses),
            ["licence"] = licence?.Title.In(language),
            ["licenceAddress"] = licence?.Address,
            ["code"] = Code(embed)?.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal),
        };
    }

    private static Dictionary<string, object?> State(DrawnChart drawn, StateSpec state, int number, int count)
    {
        var language = drawn.Language;
        return new Dictionary<string, object?>
        {
            ["name"] = state.Name,
            ["number"] = language.Number(number),
            ["pressed"] = number == 1 ? "true" : "false",
            ["label"] = language.Word("embed.state", language.Number(number), language.Number(count), (state.Title ?? drawn.Spec.Title).In(language)),
        };
    }

    private string Foot(Embed embed) => $"{_site.Settings.Title.In(embed.Chart.Language)}: {embed.Story.Title}";

    private string OEmbedPath(Embed embed) => AddressOf(embed) + "oembed.json";

    // The frame has its height without any script; the script, where the page runs it, gives it the height that the chart asks
    // for. What a page strips of style leaves the attributes.
    private string? Code(Embed embed)
    {
        if (_publication.Of(AddressOf(embed)) is not { } address)
            return null;
        var frame = FrameOf(embed);
        var code = $"<iframe src=\"{address}\" title=\"{InAttribute(ChartModel.TitleOf(embed.Chart))}\" width=\"100%\" height=\"{frame.Most}\" style=\"border:0;height:auto;aspect-ratio:{frame.Ratio}/100;min-height:{frame.Least}px;max-height:{frame.Most}px\" loading=\"lazy\"></iframe>";
        return _hostScript is null ? code : $"{code}<script src=\"{_publication.Of(_hostScript)}\" async></script>";
    }

    // Letters stay as they are: the same words stand on the page already, and pack to nothing.
    private static string InAttribute(string words) =>
        words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    // With the picture that can be downloaded, at its size.
    private OutputFile OEmbed(Embed embed)
    {
        var picture = _pictures.Of(embed.Chart);
        var answer = new JsonObject
        {
            ["version"] = "1.0",
            ["type"] = "rich",
            ["title"] = ChartModel.TitleOf(embed.Chart),
            ["provider_name"] = _site.Settings.Title.In(embed.Chart.Language),
            ["provider_url"] = _publication.Of(_addresses.Front(embed.Chart.Language)),
            ["html"] = Code(embed),
            ["width"] = UsualWidth,
            ["height"] = FrameOf(embed).HeightAt(UsualWidth),
            ["thumbnail_url"] = _publication.Of("/" + ChartFiles.PathOf(embed.Chart.Spec.Id, embed.Chart.Language, "png")),
            ["thumbnail_width"] = picture.Width * PicturePng.UsualScale,
            ["thumbnail_height"] = picture.Height * PicturePng.UsualScale,
        };
        return new OutputFile(OEmbedPath(embed).TrimStart('/'), Encoding.UTF8.GetBytes(answer.ToJsonString(Json.Indented) + "\n"));
    }

    private EmbedFrame FrameOf(Embed embed) => _embeds[(embed.Chart.Spec.Id, embed.Chart.Language.Code)].Frame;
}

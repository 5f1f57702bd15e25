using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>An area along the places: from zero to a value, between two values, or the parts of a series one on another.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Value">Field of the values; null between two values.</param>
/// <param name="Low">Field of the lower edge, or null from zero.</param>
/// <param name="High">Field of the upper edge, or null.</param>
/// <param name="Arrange">Whether a series is stacked as it is or as shares.</param>
public sealed record AreaMark(MarkChannels Channels, string? Value, string? Low, string? High, Arrange Arrange)
    : Mark(Channels)
{
    private static readonly Dictionary<string, Arrange> Arrangements = new(StringComparer.Ordinal) { ["stacked"] = Arrange.Stacked, ["share"] = Arrange.Share };

    internal override bool RunsAlong => true;

    internal override bool StandsOnZero => Value is not null;

    internal override bool IsShare => Series is not null && Arrange == Arrange.Share;

    internal override IEnumerable<string> FieldsOfValues => Value is null ? [Low!, High!] : [Value];

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        var arrange = map.Choice("arrange", Arrange.Stacked, Arrangements);
        if (map.Node("arrange") is { } node && map.Node("series") is null)
            map.Findings.Add(Diagnostic.Error("EX0305", node.Span, "only a series can be arranged", "name the field that tells its rows apart as 'series'"));
        if (map.Node("low") is not null || map.Node("high") is not null)
        {
            var low = FieldRef.ReadRequired(map, "low", context.Data, FieldType.Number);
            var high = FieldRef.ReadRequired(map, "high", context.Data, FieldType.Number);
            if (channels.Series is not null)
                map.Findings.Add(Diagnostic.Error("EX0305", channels.Span, "an area between two values cannot be stacked", "leave out 'series', or give it a 'value'"));
            return low is null || high is null || channels.Series is not null ? null : new AreaMark(channels, null, low, high, arrange);
        }

        var value = ReadValue(map, context);
        return value is null ? null : new AreaMark(channels, value, null, null, arrange);
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) =>
        Value is not null ? row.Number(Value) is { } value ? [value] : []
        : row.Number(Low!) is { } low && row.Number(High!) is { } high ? [low, high] : [];

    internal override IEnumerable<double> Reach(IReadOnlyList<Row> rows) =>
        Series is null ? base.Reach(rows) : EdgesOf(rows).SelectMany(e => new[] { e.From, e.To });

    internal override bool TellsOfValues => Value is not null;

    internal override (string Sort, int Count) Sort(Seen seen) =>
        (Value is null ? "bands" : Series is null || seen.Count(Series) <= 1 ? "areas" : IsShare ? "share-layers" : "layers", seen.SeriesOf(m => m is AreaMark area && area.Value is null == Value is null));

    internal override IEnumerable<string> Tell(Seen seen) => Value is null ? Telling.OfSpread(this, seen) : base.Tell(seen);

    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller)
    {
        return teller.TellSeries(this, rows => Value is not null ? teller.Trend(this, rows)
            : rows.Count == 1 ? At(rows[0]) : teller.Now.Word("trend.ends", At(rows[0]), At(rows[^1])));

        string At(Row row) => teller.Now.Word("dated", Amount.Print(row.Number(Low!), row.Number(High!), null, teller.Now.Chart.Values!.Unit, teller.Now.Language, teller.Now.Form), teller.Now.PlaceOf(row));
    }

    internal override Mark Showing(string axisField, string shownField) => Value == axisField ? this with { Value = shownField } : this;

    internal override void Check(ChartSpec chart, ICollection<Diagnostic> findings)
    {
        if (Low is not null)
            RangeMark.CheckEnds(chart, Low, High!, findings);
        if (Series is null)
            return;
        PileCheck.Report(chart, Value!, IsShare, findings);
        if (chart.Places!.Scale != ScaleType.Band)
            PileCheck.ReportHoles(chart, Series, findings);
    }

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        var edges = rows.GroupBy(panel.Places).SelectMany(place => EdgesOf([.. place])).ToDictionary(e => e.Row.Key, e => (e.From, e.To), StringComparer.Ordinal);
        var names = new List<(string, string, string, bool, double)>();
        foreach (var series in rows.GroupBy(r => Series is null ? "" : r.Identity(Series)))
        {
            var ordered = series.OrderBy(panel.Places).ToList();
            if (ordered.FindLast(r => edges.ContainsKey(r.Key)) is not { } last)
                continue;
            var role = RoleOf(last);
            var lit = ordered.Any(panel.IsLit);
            panel.Sketch.Begin(KeyOf(series.Key, panel.Facet), lit);
            foreach (var piece in PiecesOf(ordered, r => edges.ContainsKey(r.Key), joins: false))
                DrawPiece(panel, piece, edges, role);
            if (Series is not null)
                names.Add(($"{Name}-{series.Key}", last.Text(Series, panel.Language), role, lit, panel.Values[(edges[last.Key].From + edges[last.Key].To) / 2]));
            else if (Title is not null && Channels.HasLabels)
                LabelTitle(panel, ordered, edges, role, lit);
        }

        if (Channels.HasLabels)
            EndNames.Draw(panel, names);
    }

    private IEnumerable<(Row Row, double From, double To)> EdgesOf(IReadOnlyList<Row> rows)
    {
        if (Value is null)
            return rows.Where(r => ValuesOf(r).Any()).Select(r => (r, r.Number(Low!)!.Value, r.Number(High!)!.Value));
        var valued = rows.Where(r => r.Number(Value) is not null).ToList();
        if (Series is null)
            return valued.Select(r => (r, 0.0, r.Number(Value)!.Value));
        var whole = Arrange == Arrange.Share ? valued.Sum(r => r.Number(Value)!.Value) / 100 : 1;
        var up = 0.0;
        return whole <= 0 ? [] : [.. valued.Select(r => (r, up, up += r.Number(Value)!.Value / whole))];
    }

    // Neighbours of a pile are kept apart by a hairline of paper; a band between two values is quiet enough to lie under lines and words.
    private void DrawPiece(Panel panel, List<Row> rows, Dictionary<string, (double From, double To)> edges, string role)
    {
        var there = rows.Select(r => panel.At(panel.Places(r), edges[r.Key].To)).ToList();
        var back = rows.Select(r => panel.At(panel.Places(r), edges[r.Key].From)).ToList();
        if (rows.Count == 1)
            panel.Sketch.Line(there[0].X, there[0].Y, back[0].X, back[0].Y, new Paint(Stroke: role, Width: 3));
        else
            panel.Sketch.Polygon([.. there, .. back.AsEnumerable().Reverse()], Value is null ? new Paint("wash", role, 1) : Series is null ? new Paint(role) : new Paint(role, "paper", 1));
        if (Value is null)
            return;
        for (var i = 1; i < there.Count; i++)
            panel.Labels.Take(Name, new Box(there[i - 1].X, Math.Min(there[i - 1].Y, there[i].Y), there[i].X, Math.Max(back[i - 1].Y, back[i].Y)));
    }

    private void LabelTitle(Panel panel, List<Row> rows, Dictionary<string, (double From, double To)> edges, string role, bool lit)
    {
        var top = rows.Where(r => edges.ContainsKey(r.Key)).MaxBy(r => edges[r.Key].To)!;
        var (x, y) = panel.At(panel.Places(top), edges[top.Key].To);
        panel.Labels.Ask(new LabelRequest($"title-{Name}{Suffix(panel)}", lit, [new(Title!.In(panel.Language), panel.Word(role))], [
            (x, y - 6, Anchor.Middle), (x, y - 6, Anchor.Start), (x, y - 6, Anchor.End), (panel.Area.Left, panel.Area.Top - 4, Anchor.Start),
        ]));
    }
}

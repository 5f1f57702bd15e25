using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Dots, one for so many units, that states gather into a crowd, discs, piles or rows. A row keeps its dots in all of them.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Value">Field of the counts, or null where there are running totals.</param>
/// <param name="Upto">Field of the running totals, rising from row to row, or null where there are counts.</param>
/// <param name="Per">How many units a dot stands for.</param>
/// <param name="Whole">How many units a group would have if nobody were left out; rings stand for the rest. Null where the counts are all there is.</param>
/// <param name="Grouping">How dots are gathered where a state says nothing.</param>
/// <param name="Hollow">Rows drawn as rings.</param>
/// <param name="HasTones">Whether rows are told by tones from the surest total outwards: ink, grey, rings.</param>
/// <param name="WordsField">Field of the words that explain each tone in the key, or null.</param>
public sealed record UnitMark(MarkChannels Channels, string? Value, string? Upto, double Per, double? Whole, UnitGrouping Grouping, RowFilter? Hollow, bool HasTones, string? WordsField)
    : Mark(Channels)
{
    private const int MostDots = 5000;
    private const int MostGroups = 40;

    /// <summary>The field that is counted.</summary>
    public string Field => (Value ?? Upto)!;

    internal static Mark? Read(MapReader map, Dataset data, MarkChannels channels)
    {
        var value = FieldRef.Read(map, "value", data, FieldType.Number);
        var upto = FieldRef.Read(map, "upto", data, FieldType.Number);
        var per = map.Number("per") ?? 1000;
        var whole = map.Number("of");
        var hollow = RowFilter.ReadFlag(map, "hollow", data);
        var hasTones = upto is not null && hollow is null && map.Node("colour") is null;
        var mark = new UnitMark(channels, value, upto, per, whole, UnitGrouping.Read(map, data) ?? new(null, null), hollow, hasTones, FieldRef.Read(map, "words", data, FieldType.Text));
        return mark.Check(map, data) ? mark : null;
    }

    internal override IEnumerable<string> FieldsOfWords => new[] { WordsField, Grouping.Group }.OfType<string>();

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => row.Number(Field) is { } value ? [value] : [];

    internal override (string Sort, int Count) Sort(Seen seen) => (Telling.SortOfUnits(this, seen), Count(seen.Chart.Data).Where(c => seen.Rows.Contains(c.Row)).Sum(c => c.Dots));

    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller)
    {
        var seen = teller.Now;
        foreach (var (row, dots, amount) in Count(seen.Chart.Data).Where(c => seen.Rows.Contains(c.Row)))
        {
            // A running total is told as the key tells it; a tone of dots is what it adds.
            var number = Amount.Value(row.Number(Field)!.Value, seen.Chart.Data.Field(Field)!.Unit, seen.Language);
            var counted = seen.Language.Plural("mark.dots", dots);
            yield return Upto is null
                ? teller.Tell(this, row, amount.Equals(dots) ? number : seen.Word("dated", number, counted))
                : teller.Tell(this, row, seen.Word("dated", number, counted));
        }
    }

    internal override IEnumerable<string> FieldsOfNumbers => [Field];

    internal override IEnumerable<string> Tell(Seen seen) => Telling.OfUnits(this, seen);

    /// <summary>How many units and dots each row has that has any, in the order of the data; no two rows share a dot.</summary>
    internal ImmutableArray<UnitCount> Count(Dataset data)
    {
        var counts = ImmutableArray.CreateBuilder<UnitCount>(data.Rows.Length);
        var before = 0.0;
        foreach (var row in data.Rows)
        {
            if (row.Number(Field) is not { } number)
                continue;
            counts.Add(new UnitCount(row, Dots(number) - Dots(before), number - before));
            if (Upto is not null)
                before = number;
        }

        return counts.ToImmutable();
    }

    /// <summary>The colour role of a row's dots, and whether they are rings.</summary>
    internal (string Role, bool IsRing) LookOf(Row row, Dataset data)
    {
        if (!HasTones)
            return (RoleOf(row), Hollow?.Chooses(row) ?? false);
        var isRing = data.Rows.Length > 1 && row.Key == data.Rows[^1].Key;
        return (row.Key == data.Rows[0].Key ? "ink" : isRing ? "ink2" : "mid", isRing);
    }

    /// <summary>What the key says beside a tone of dots: from the second on, that the dots before it are counted too.</summary>
    internal string AmountInKey(Row row, Dataset data, Language language)
    {
        var amount = language.Number(row.Number(Field) ?? 0);
        return Upto is null || row.Key == data.Rows[0].Key ? amount : language.Word("number.total", amount);
    }

    /// <summary>Whether rings make groups whole in a state: not in a crowd, nor where dots are gathered by another field than the mark says.</summary>
    internal bool HasRings(UnitGrouping? state) =>
        Whole is not null && UnitGrouping.Resolve(Grouping, state) is var (group, arrange) && arrange != UnitArrangement.Crowd && (group ?? "") == (Grouping.Group ?? "");

    /// <summary>How many rings a group of dots needs to be whole.</summary>
    internal int Rest(IEnumerable<UnitCount> rows) => Math.Max(0, Dots(Whole!.Value) - rows.Sum(r => r.Dots));

    /// <summary>Draws a row's dots, in the order given.</summary>
    internal void Draw(Sketch sketch, Row row, Dataset data, IReadOnlyList<(double X, double Y)> places, double radius, bool isLit)
    {
        var (role, isRing) = LookOf(row, data);
        sketch.Begin(KeyOf(row), isLit);
        DrawDots(sketch, places, radius, role, isRing);
    }

    /// <summary>Draws the rings that stand for what a group has not.</summary>
    internal static void DrawRest(Sketch sketch, string key, IReadOnlyList<(double X, double Y)> places, double radius, bool isLit)
    {
        sketch.Begin(key, isLit);
        DrawDots(sketch, places, radius, "ink3", isRing: true);
    }

    // A ring is a dot with a smaller one of paper on it.
    private static void DrawDots(Sketch sketch, IReadOnlyList<(double X, double Y)> places, double radius, string role, bool isRing)
    {
        sketch.Dots(places, radius, role);
        if (isRing)
            sketch.Dots(places, radius - Math.Min(Math.Max(1.1, 0.2 * radius), 0.55 * radius), "paper");
    }

    // Dots stand where all of them have room, which no panel knows.
    internal override void Draw(Panel panel, IReadOnlyList<Row> rows) => throw new InvalidOperationException("Dots are drawn by their own layout.");

    private int Dots(double number) => (int)Math.Round(number / Per, MidpointRounding.AwayFromZero);

    private bool Check(MapReader map, Dataset data)
    {
        if (map.Scalar("upto") is { } both && map.Scalar("value") is not null)
        {
            map.Findings.Add(Diagnostic.Error("EX0305", both.Span, "dots are counted by 'value' or by 'upto', not by both", "take one of the two out"));
            return false;
        }

        if (Upto is not null && map.Scalar("of") is { } of)
        {
            map.Findings.Add(Diagnostic.Error("EX0305", of.Span, "running totals have no rest", "write 'of' beside 'value' alone"));
            return false;
        }

        if (map.Scalar("value") is null && map.Scalar("upto") is null)
            map.Findings.Add(Diagnostic.Error("EX0106", map.Map.Span.Head, "a mark needs the key 'value'", "a field of counts; or write 'upto' and a field of running totals"));
        if (Value is null && Upto is null)
            return false;
        var before = map.Findings.Count;
        var last = 0.0;
        foreach (var row in data.Rows)
        {
            if (Upto is not null)
            {
                if (row.Number(Upto) is not { } total || total < last)
                    map.Findings.Add(Diagnostic.Error("EX0309", row[Upto].Span, $"'{Upto}' holds running totals: each row needs one, and none may be lower than the one before it"));
                last = row.Number(Upto) ?? last;
            }
            else if (row.Number(Field) < 0)
            {
                map.Findings.Add(Diagnostic.Error("EX0309", row[Field].Span, $"'{Field}' counts dots, so it cannot be negative"));
            }
        }

        // How many dots falling totals and negative counts make says nothing.
        if (map.Findings.Count > before)
            return false;
        if (Per <= 0)
        {
            map.Findings.Add(Diagnostic.Error("EX0309", map.Scalar("per")!.Span, "'per' should be above zero"));
            return false;
        }

        CheckWhole(map, data);
        var most = Upto is null ? data.Rows.Sum(r => r.Number(Field) ?? 0) : last;
        if (Whole is { } whole)
            most = Math.Max(most, whole * Groups(data).Count());
        if (most == 0)
        {
            map.Findings.Add(Diagnostic.Error("EX0309", (map.Scalar("upto") ?? map.Scalar("value"))!.Span, "this would be no dots at all", "count something above zero"));
            return false;
        }

        if (most / Per > MostDots)
        {
            map.Findings.Add(Diagnostic.Error("EX0309", (map.Scalar("per") ?? map.Scalar("of") ?? map.Scalar("upto") ?? map.Scalar("value"))!.Span, $"this would be {most / Per:0} dots", $"choose 'per' so that there are at most {MostDots}"));
            return false;
        }

        foreach (var count in Count(data).Where(c => c is { Dots: 0, Amount: > 0 }))
            map.Findings.Add(Diagnostic.Warning("EX0320", count.Row[Field].Span, $"the row '{count.Row.Key}' gets no dot: it is less than half of the {Per:0.##} that one stands for", "choose a smaller 'per', or join the row with another"));
        return true;
    }

    private IEnumerable<IGrouping<string, Row>> Groups(Dataset data) =>
        data.Rows.Where(r => r.Number(Field) is not null).GroupBy(r => Grouping.Group is { Length: > 0 } field ? r.Identity(field) : "");

    private void CheckWhole(MapReader map, Dataset data)
    {
        foreach (var group in Groups(data).Where(g => g.Sum(r => r.Number(Field)) > Whole))
            map.Findings.Add(Diagnostic.Error("EX0309", group.Last()[Field].Span, FormattableString.Invariant($"{group.Sum(r => r.Number(Field)):0.##} is more than the {Whole:0.##} that 'of' says are all")));
    }

    /// <summary>Reports a field that makes more groups than there is room for.</summary>
    internal static void CheckGroups(string? field, YamlNode? at, Dataset data, ICollection<Diagnostic> findings)
    {
        var groups = string.IsNullOrEmpty(field) ? 0 : data.Rows.Select(r => r.Identity(field)).Distinct().Count();
        if (groups > MostGroups)
            findings.Add(Diagnostic.Error("EX0309", at!.Span, $"'{field}' makes {groups} groups of dots", $"group by a field that makes at most {MostGroups}"));
    }
}

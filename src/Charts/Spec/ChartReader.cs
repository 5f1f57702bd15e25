using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Reads a chart file. Whatever it names must exist; whatever it cannot use is reported where it stands.</summary>
public static class ChartReader
{
    /// <summary>Reads one chart; null, with findings, when it cannot be drawn at all.</summary>
    /// <param name="source">The file.</param>
    /// <param name="datasets">The tables that there are.</param>
    /// <param name="unread">Names of tables whose files are there but could not be read.</param>
    /// <param name="findings">Where findings go.</param>
    /// <param name="atlases">Maps of the author's own, by name; null for those that could not be read.</param>
    public static ChartSpec? Read(SourceText source, IReadOnlyDictionary<string, Dataset> datasets, IReadOnlySet<string> unread, ICollection<Diagnostic> findings, IReadOnlyDictionary<string, Atlas?>? atlases = null)
    {
        if (MapReader.OfFile(source, "a chart", findings) is not { } map)
            return null;
        var before = findings.Count;
        if (map.RequiredScalar("data") is not { } dataName)
            return null;
        if (!datasets.TryGetValue(dataName.Value, out var data))
        {
            if (!unread.Contains(dataName.Value))
                findings.Add(Diagnostic.Error("EX0304", dataName.Span, $"there is no dataset '{dataName.Value}' in input/data", Nearest.Hint(dataName.Value, [.. datasets.Keys])));
            return null;
        }

        // A dataset without rows was reported where it stands.
        if (data.Rows.IsEmpty)
            return null;
        var context = new MarkContext(data, AxisReader.Read(map, "x", data), AxisReader.Read(map, "y", data));
        var marks = Mark.ReadAll(map, context);
        var notes = NoteReader.ReadAll(map, data);
        var chart = new ChartSpec(
            Path.GetFileNameWithoutExtension(source.Path),
            data,
            LocalText.ReadFilled(map.RequiredNode("title"), "'title'", findings) ?? LocalText.Of(""),
            LocalText.ReadFilled(map.Node("subtitle"), "'subtitle'", findings),
            LocalText.ReadFilled(map.Node("source"), "'source'", findings),
            LocalText.ReadFilled(map.Node("alt"), "'alt'", findings),
            context.X,
            context.Y,
            MapSpecReader.Read(map, atlases ?? ImmutableDictionary<string, Atlas?>.Empty),
            FieldRef.Read(map, "facet", data),
            map.Flag("flip"),
            FieldRef.Read(map, "missing", data, FieldType.Text),
            OrderSpec.Read(map, data),
            marks,
            notes,
            StateReader.ReadAll(map, context, marks, notes),
            map.Map.Span)
        {
            Waivers = Waiver.ReadAll(map),
        };
        map.Finish();
        if (MapSpecReader.NamesUnread(map, atlases))
            return null;
        return ChartCheck.IsDrawable(chart, before, findings) ? chart : null;
    }
}

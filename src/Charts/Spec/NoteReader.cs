using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Reads the notes of a chart.</summary>
internal static class NoteReader
{
    public static ImmutableArray<NoteSpec> ReadAll(MapReader chart, Dataset data)
    {
        var findings = chart.Findings;
        var notes = ImmutableArray.CreateBuilder<NoteSpec>();
        foreach (var node in chart.List("notes"))
        {
            if (MapReader.Of(node, "a note", findings) is not { } map)
                continue;
            var given = map.Scalars("band");
            var ends = given.Select(s => map.ReadNumber(s, "an end of 'band'")).OfType<double>().ToList();
            if (given.Length != 2 || (ends.Count == 2 && ends[0] > ends[1]))
                findings.Add(Diagnostic.Error("EX0306", map.Node("band")?.Span ?? node.Span, "a note needs 'band', two numbers on the value axis, the lower first", "such as band: [16, 26]"));
            if (map.Scalar("at") is { } at && data.Rows.All(r => r.Key != at.Value))
                findings.Add(Diagnostic.Error("EX0303", at.Span, $"no row of '{data.Id}' has the key '{at.Value}'", Nearest.Hint(at.Value, [.. data.Rows.Select(r => r.Key)])));
            var text = LocalText.ReadFilled(map.RequiredNode("text"), "'text'", findings);
            var note = new NoteSpec(map.RequiredText("name"), ends.ElementAtOrDefault(0), ends.ElementAtOrDefault(1), text ?? LocalText.Of(""), map.Text("at"), map.Number("place"));
            map.Finish();
            if (notes.Any(n => n.Name == note.Name))
                findings.Add(Diagnostic.Error("EX0312", node.Span, $"an earlier note is called '{note.Name}' too", "give each note a name of its own"));
            notes.Add(note);
        }

        return notes.ToImmutable();
    }
}

using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A chart drawn at one width, in all its states.</summary>
/// <param name="Artboard">The width.</param>
/// <param name="Drawings">The whole drawing of each state, in the order of the states.</param>
/// <param name="Union">Every mark of every state once, in paint order, as it stands in the first state that has it.</param>
/// <param name="Across">Where each state's axis of values stands, or null where it does not run across.</param>
public sealed record DrawnArtboard(Artboard Artboard, ImmutableArray<KeyedDrawing> Drawings, ImmutableArray<KeyedMark> Union, ImmutableArray<AxisSpan?> Across)
{
    /// <summary>Brings the drawings of all states together.</summary>
    public static DrawnArtboard From(Artboard artboard, ImmutableArray<KeyedDrawing> drawings, ImmutableArray<AxisSpan?> across = default)
    {
        var union = new List<KeyedMark>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var drawing in drawings)
        {
            // A mark that is new stands right after the one it follows in its own state.
            var at = 0;
            foreach (var mark in drawing.Marks)
            {
                if (known.Add(mark.Key))
                    union.Insert(at++, mark);
                else
                    at = union.FindIndex(m => m.Key == mark.Key) + 1;
            }
        }

        return new DrawnArtboard(artboard, drawings, [.. union], across);
    }

    /// <summary>The marks of every state as they stand when a state is shown: those that it lacks are as first seen.</summary>
    public ImmutableArray<KeyedMark> ShownIn(int state)
    {
        var marks = Drawings[state].Marks.ToDictionary(m => m.Key, StringComparer.Ordinal);
        return [.. Union.Select(m => marks.GetValueOrDefault(m.Key) ?? m)];
    }

    /// <summary>What a state changes against the marks as another one shows them.</summary>
    public StateDelta Delta(int from, int state)
    {
        var shown = ShownIn(from);
        var marks = Drawings[state].Marks.ToDictionary(m => m.Key, StringComparer.Ordinal);
        var absent = ImmutableArray.CreateBuilder<int>();
        var changed = ImmutableArray.CreateBuilder<(int, KeyedMark)>();
        for (var i = 0; i < Union.Length; i++)
        {
            if (!marks.TryGetValue(Union[i].Key, out var mark))
                absent.Add(i);
            else if (!mark.Equals(shown[i]))
                changed.Add((i, mark));
        }

        return new StateDelta(absent.ToImmutable(), changed.ToImmutable());
    }
}

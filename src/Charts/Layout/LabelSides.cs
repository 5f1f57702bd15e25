namespace Explainer.Charts;

/// <summary>On which side of its mark each text of a chart stands at one width, so that it stands there in every state where it can.</summary>
internal sealed class LabelSides
{
    private readonly Dictionary<string, int> _sides = new(StringComparer.Ordinal);

    /// <summary>Which of its places a text has had first, or null.</summary>
    public int? Of(string key) => _sides.TryGetValue(key, out var side) ? side : null;

    /// <summary>Remembers which of its places a text has, unless it has had another before.</summary>
    public void Keep(string key, int side) => _sides.TryAdd(key, side);
}

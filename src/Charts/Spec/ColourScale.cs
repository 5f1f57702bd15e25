using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>How the rows of a mark get their colour roles.</summary>
public abstract record ColourScale
{
    /// <summary>Ink for every row.</summary>
    public static ColourScale Ink { get; } = new ConstantColour("ink");

    /// <summary>The colour role of a row.</summary>
    public abstract string RoleOf(Row row);

    /// <summary>What a key must explain: each role with its words; empty where the colour explains itself.</summary>
    public virtual ImmutableArray<(string Role, string Words)> Entries(IEnumerable<Row> rows, Language language) => [];
}

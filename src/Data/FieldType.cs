namespace Explainer.Data;

/// <summary>What the cells of a field hold.</summary>
public enum FieldType
{
    /// <summary>Words, perhaps by language.</summary>
    Text,

    /// <summary>Finite numbers.</summary>
    Number,

    /// <summary>Days, months or years.</summary>
    Time,

    /// <summary>One of the <see cref="Kind"/>s.</summary>
    Kind,

    /// <summary>Names of <see cref="Figure"/>s whose numbers the row shows.</summary>
    Figure,
}

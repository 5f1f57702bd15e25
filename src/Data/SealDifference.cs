using Explainer.Diagnostics;

namespace Explainer.Data;

/// <summary>Something in which a dataset is no longer as it was sealed.</summary>
/// <param name="Span">Where it is seen: in the dataset, or in the seal when the dataset has lost it.</param>
public abstract record SealDifference(SourceSpan Span);

/// <summary>A number or a time is another.</summary>
/// <param name="Row">The row's key.</param>
/// <param name="Field">The field's name.</param>
/// <param name="Sealed">What was sealed; empty where nothing stood.</param>
/// <param name="Now">What stands in the dataset now; empty where nothing does.</param>
/// <param name="Span">Where it stands.</param>
public sealed record CellDiffers(string Row, string Field, string Sealed, string Now, SourceSpan Span) : SealDifference(Span);

/// <summary>A row is new or gone.</summary>
/// <param name="Row">The row's key.</param>
/// <param name="IsNew">Whether the seal lacks it, and not the dataset.</param>
/// <param name="Span">Where it stands.</param>
public sealed record RowDiffers(string Row, bool IsNew, SourceSpan Span) : SealDifference(Span);

/// <summary>A field is new or gone.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="IsNew">Whether the seal lacks it, and not the dataset.</param>
/// <param name="Span">Where it stands.</param>
public sealed record FieldDiffers(string Field, bool IsNew, SourceSpan Span) : SealDifference(Span);

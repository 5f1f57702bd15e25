using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>
/// EX0222 to EX0226: a dataset is no longer as somebody compared it with its source, a seal has no dataset, or a dataset that
/// readers meet has no seal. A site without seals hears nothing.
/// </summary>
public sealed class DataAreSealed : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site)
    {
        foreach (var seal in site.Seals.Values)
        {
            if (!site.Datasets.TryGetValue(seal.Id, out var data))
                yield return Diagnostic.Error("EX0222", seal.Source.Span(0, 1), $"there is no dataset '{seal.Id}' in input/data for this seal", Nearest.Of(seal.Id, site.Datasets.Keys) is { } near ? $"did you mean '{near}'? Else delete it" : "delete it");
            else
                foreach (var difference in seal.DifferencesTo(data))
                    yield return Tell(difference, seal);
        }

        if (site.SealNames.IsEmpty)
            yield break;
        foreach (var data in site.Datasets.Values.Where(d => site.IsMet(d) && Seal.SealedFields(d).Any() && !site.SealNames.Contains(d.Id)))
            yield return Diagnostic.Warning("EX0226", data.Source.Span(0, 1), $"the dataset '{data.Id}' is not sealed", $"compare it with its source, then run `dotnet run -- seal {data.Id}`");
    }

    private static Diagnostic Tell(SealDifference difference, Seal seal)
    {
        var (path, hint) = (seal.Source.Path, $"if the source says so now, run `dotnet run -- seal {seal.Id}`");
        return difference switch
        {
            CellDiffers { Row: var row, Field: var field } cell => Diagnostic.Error("EX0223", cell.Span, $"'{field}' of '{row}' {Value(cell.Now)} here, and {(cell.Sealed.Length > 0 ? cell.Sealed : "missing")} in {path}", hint),
            RowDiffers { Row: var row, IsNew: true } => Diagnostic.Error("EX0224", difference.Span, $"the row '{row}' is not in {path}", hint),
            RowDiffers { Row: var row } => Diagnostic.Error("EX0224", difference.Span, $"the row '{row}' is sealed here, and '{seal.Id}' has none", hint),
            FieldDiffers { Field: var field, IsNew: true } => Diagnostic.Error("EX0225", difference.Span, $"the field '{field}' is not in {path}", hint),
            FieldDiffers { Field: var field } => Diagnostic.Error("EX0225", difference.Span, $"the field '{field}' is sealed here, and '{seal.Id}' has none of numbers or times", hint),
            _ => throw new ArgumentOutOfRangeException(nameof(difference)),
        };
    }

    private static string Value(string now) => now.Length > 0 ? $"is {now}" : "is missing";
}

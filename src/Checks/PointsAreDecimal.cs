using System.Globalization;
using System.Text.RegularExpressions;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0208: a number such as 52.000 in a dataset, which some languages of the site would read as thousands.</summary>
public sealed class PointsAreDecimal : IRule
{
    // Thousands do not begin with a zero.
    private static readonly Regex LikeThousands = new("^[-+]?[1-9][0-9]{0,2}\\.[0-9]{3}$");

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        site.Languages.FirstOrDefault(l => l.Decimal == "," || l.Group == ".") is { } language
            ? from data in site.Datasets.Values
              from field in data.Fields
              where field.Type == FieldType.Number
              let cells = data.Rows.Select(r => r[field.Name]).OfType<NumberCell>().ToList()
              let points = cells.Where(c => Written(c).Contains('.', StringComparison.Ordinal)).ToList()

              // A field with any other decimals has points before decimals.
              where points.Count > 0 && points.TrueForAll(c => LikeThousands.IsMatch(Written(c)))
              select Report(points, field, language)
            : [];

    private static Diagnostic Report(List<NumberCell> points, Field field, Language language)
    {
        var (first, others) = (points[0], points.Count - 1);
        var written = Written(first);
        return Diagnostic.Warning(
            "EX0208",
            first.Span,
            $"{written} in '{field.Name}' is read as {first.Value.ToString(CultureInfo.InvariantCulture)}, but in {language.Name} it may stand for thousands{others switch { 0 => "", 1 => "; so it is with another number of this field", _ => $"; so it is with {others} more numbers of this field" }}",
            $"write {written.Replace(".", "", StringComparison.Ordinal)} if thousands are meant, {(written.EndsWith('0') ? written[..^1] : written + "0")} if not");
    }

    private static string Written(NumberCell cell) => cell.Span.Text.Trim('"', '\'');
}

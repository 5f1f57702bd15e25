using System.Text;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Stories;

namespace Explainer.Commands;

/// <summary>Writes down datasets as they are, after somebody has compared them with their sources: from then on a build stops when one changes.</summary>
public static class SealCommand
{
    /// <summary>Seals datasets.</summary>
    /// <param name="folders">Where the site's files lie.</param>
    /// <param name="names">The datasets; none for all of them.</param>
    /// <param name="text">Where to report to.</param>
    /// <returns>0 when they were sealed; 1, with nothing written, when one is not there or has errors.</returns>
    public static int Run(SiteFolders folders, IReadOnlyCollection<string> names, TextWriter text)
    {
        var files = InputFiles.Read(folders);
        var findings = files.Unread.ToList();
        if (findings.Count == 0 && SiteContent.NoSite(files) is { } nothing)
            findings.Add(nothing);
        files.CheckTexts(findings);
        var paths = files.In("input/data", ".yml", ".yaml").Select(p => (Name: Path.GetFileNameWithoutExtension(p), Path: p)).ToList();
        var unknown = names.Where(n => paths.All(p => p.Name != n)).ToList();
        foreach (var name in unknown)
            text.WriteLine($"There is no dataset '{name}' in input/data{(Nearest.Hint(name, [.. paths.Select(p => p.Name)]) is { } hint ? "; " + hint : ".")}");
        var data = paths.Where(p => names.Count == 0 || names.Contains(p.Name)).Select(p => Dataset.Read(files.Text(p.Path), findings)).OfType<Dataset>().Where(d => Seal.SealedFields(d).Any()).ToList();
        foreach (var finding in DiagnosticPrinter.InOrder(findings))
            text.Write(DiagnosticPrinter.Print(finding));
        if (unknown.Count > 0 || findings.Count > 0)
        {
            text.WriteLine("Nothing was sealed.");
            return 1;
        }

        foreach (var set in data)
            Report(set, files, text);
        try
        {
            Directory.CreateDirectory(Path.Combine(folders.Root, "input", "sealed"));
            foreach (var set in data)
                File.WriteAllBytes(Path.Combine(folders.Root, Seal.PathOf(set.Id)), Encoding.UTF8.GetBytes(Seal.Write(set)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            text.WriteLine($"error EX0003: the seals cannot be written to input/sealed: {e.Message}");
            return 1;
        }

        var cells = data.Sum(Seal.CountOf);
        text.WriteLine($"Sealed {data.Count} {(data.Count == 1 ? "dataset" : "datasets")}, {cells} {(cells == 1 ? "cell" : "cells")}, in input/sealed/");
        return 0;
    }

    private static void Report(Dataset data, InputFiles files, TextWriter text)
    {
        var path = Seal.PathOf(data.Id);
        if (!files.Files.ContainsKey(path))
        {
            text.WriteLine($"{data.Id}: sealed for the first time");
            return;
        }

        if (Seal.Read(files.Text(path), []) is not { } old)
        {
            text.WriteLine($"{data.Id}: sealed anew, as its seal could not be read");
            return;
        }

        foreach (var difference in old.DifferencesTo(data))
        {
            text.WriteLine($"{data.Id}: " + difference switch
            {
                CellDiffers cell => $"{cell.Field} of {cell.Row}: {Value(cell.Sealed)} → {Value(cell.Now)}",
                RowDiffers row => $"{(row.IsNew ? "new" : "gone")} row: {row.Row}",
                FieldDiffers field => $"{(field.IsNew ? "new" : "gone")} field: {field.Field}",
                _ => throw new ArgumentOutOfRangeException(nameof(data)),
            });
        }
    }

    private static string Value(string text) => text.Length > 0 ? text : "missing";
}

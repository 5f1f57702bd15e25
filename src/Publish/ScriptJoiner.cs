using System.Text;
using System.Text.RegularExpressions;

namespace Explainer.Publish;

/// <summary>Joins a module with all that it imports into one, so that a browser asks once, and not again for each import of an import.</summary>
/// <param name="scripts">The text of each module by its file name, such as <c>story.js</c>.</param>
/// <remarks>Each joined module keeps a scope of its own, so that names need not differ between modules.</remarks>
internal sealed class ScriptJoiner(IReadOnlyDictionary<string, string> scripts)
{
    private static readonly Regex Import = new(@"^import\s+(?:\{(?<names>[^}]*)\}\s*from\s*)?""\./(?<file>[^""]+)"";?", RegexOptions.Multiline);
    private static readonly Regex LaterImport = new(@"(?<before>\bimport\(\s*)""\./(?<file>[^""]+)""");
    private static readonly Regex Export = new(@"^export\s+(?=(?:(?:async\s+)?function\b\*?|class|const)\s*(?<name>[\w$]+))", RegexOptions.Multiline);
    private static readonly Regex Other = new(@"^(?:import\s+[^(]|export\s)", RegexOptions.Multiline);
    private static readonly Regex Comment = new(@"^\s*//.*$", RegexOptions.Multiline);
    private static readonly Regex Name = new(@"(?<name>[\w$]+)(?:\s+as\s+(?<alias>[\w$]+))?");

    /// <summary>The modules that a browser asks for by their own names: all but those that others import at their head.</summary>
    public IEnumerable<string> Entries
    {
        get
        {
            var joined = scripts.Values.SelectMany(text => FilesOf(Import, text)).ToHashSet(StringComparer.Ordinal);
            var later = scripts.Values.SelectMany(text => FilesOf(LaterImport, text)).ToHashSet(StringComparer.Ordinal);
            return scripts.Keys.Where(file => !joined.Contains(file) || later.Contains(file));
        }
    }

    /// <summary>The modules that one imports when it is already at work, itself or through others.</summary>
    public IEnumerable<string> LaterImportsOf(string file) => PartsOf(file).SelectMany(part => FilesOf(LaterImport, scripts[part])).Distinct(StringComparer.Ordinal);

    /// <summary>Why a module cannot be joined with what it imports, or null.</summary>
    public string? FaultOf(string file)
    {
        var text = scripts[file];
        if (FilesOf(Import, text).Concat(FilesOf(LaterImport, text)).FirstOrDefault(f => !scripts.ContainsKey(f)) is { } missing)
            return $"this script imports ./{missing}, which is not there";
        if (IsInCircle(file))
            return "this script imports one that imports it in turn";
        if (Other.IsMatch(Export.Replace(Import.Replace(text, ""), "")) || Import.Matches(text).Any(m => NamesOf(m).CountBy(n => n.Name).Any(n => n.Value > 1)))
            return "this script imports or exports in a way that cannot be joined: write import { a } from \"./b.js\" and export function, class or const";
        return Import.Matches(text)
            .SelectMany(m => NamesOf(m).Select(n => n.Name).Except(ExportsOf(m.Groups["file"].Value)).Select(name => $"this script imports {name}, which ./{m.Groups["file"].Value} does not export"))
            .FirstOrDefault();
    }

    /// <summary>One module that does what a module does with all that it imports.</summary>
    /// <param name="file">The module.</param>
    /// <param name="addressOf">The address of a module that is imported later.</param>
    public string Join(string file, Func<string, string> addressOf)
    {
        var parts = PartsOf(file);
        var taken = parts.SelectMany(part => Import.Matches(scripts[part])).SelectMany(m => NamesOf(m).Select(n => (m.Groups["file"].Value, n.Name))).ToHashSet();
        var text = new StringBuilder();
        foreach (var part in parts.SkipLast(1))
        {
            var names = Shared(part);
            var inner = string.Join(", ", names);
            var outer = string.Join(", ", names.Select(name => Outer(part, name)));
            var (scope, result) = names.Count switch
            {
                0 => ("", ""),
                1 => ($"const {outer} = ", $"return {inner};\n"),
                _ => ($"const [{outer}] = ", $"return [{inner}];\n"),
            };
            text.Append(scope).Append("(() => {\n").Append(Export.Replace(Body(part), "")).Append('\n').Append(result).Append("})();\n");
        }

        // Names within a function can be made shorter; what a module exports must stand outside.
        if (parts.Count == 1 || Export.IsMatch(scripts[file]))
            return text.Append(Body(file)).ToString();
        return $"(() => {{\n{text}(() => {{\n{Body(file)}\n}})();\n}})();\n";

        string Body(string part) => LaterImport.Replace(
            Import.Replace(scripts[part], Taken),
            m => $"{m.Groups["before"].Value}\"{addressOf(m.Groups["file"].Value)}\"");

        string Taken(Match import) => string.Concat(NamesOf(import)
            .Select(n => (n.Here, Outer: Outer(import.Groups["file"].Value, n.Name)))
            .Where(n => n.Here != n.Outer)
            .Select(n => $"const {n.Here} = {n.Outer};"));

        List<string> Shared(string part) => [.. ExportsOf(part).Where(name => taken.Contains((part, name)))];

        // What others export keeps its name, unless a module that does not import it has the same word, which may mean anything.
        string Outer(string part, string name) => parts.All(p => p == part || Imports(p, part, name) || !Words(p).Contains(name)) ? name : $"{name}${parts.IndexOf(part)}";

        bool Imports(string by, string part, string name) => Import.Matches(scripts[by])
            .Any(m => m.Groups["file"].Value == part && NamesOf(m).Any(n => n == (name, name)));

        HashSet<string> Words(string part) => [.. Name.Matches(Comment.Replace(scripts[part], "")).SelectMany(m => m.Value.Split(' '))];
    }

    // A module comes after those that it imports, and only once; itself last.
    private List<string> PartsOf(string file)
    {
        var parts = new List<string>();
        Add(file);
        return parts;

        void Add(string part)
        {
            foreach (var imported in FilesOf(Import, scripts[part]).Where(f => !parts.Contains(f)))
                Add(imported);
            parts.Add(part);
        }
    }

    private bool IsInCircle(string file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([file]);
        while (open.TryPop(out var next))
        {
            foreach (var imported in FilesOf(Import, scripts[next]).Concat(FilesOf(LaterImport, scripts[next])).Where(scripts.ContainsKey))
            {
                if (imported == file)
                    return true;
                if (seen.Add(imported))
                    open.Push(imported);
            }
        }

        return false;
    }

    private string[] ExportsOf(string file) => [.. Export.Matches(scripts[file]).Select(m => m.Groups["name"].Value)];

    // What an import takes, and what it calls it.
    private static IEnumerable<(string Name, string Here)> NamesOf(Match import) => Name.Matches(import.Groups["names"].Value)
        .Select(m => (m.Groups["name"].Value, m.Groups[m.Groups["alias"].Success ? "alias" : "name"].Value));

    private static IEnumerable<string> FilesOf(Regex import, string text) => import.Matches(text).Select(m => m.Groups["file"].Value);
}

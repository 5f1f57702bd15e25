using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Explainer.Diagnostics;
using Explainer.Input;
using HandlebarsDotNet;
using NUglify;

namespace Explainer.Publish;

/// <summary>What designers made: layouts, styles, scripts, fonts. Files that browsers fetch get their content's hash in their names.</summary>
public sealed class Theme
{
    private static readonly Regex Url = new(@"url\(""?\.\./(?<path>[^"")]+)""?\)");
    private static readonly Regex Comment = new(@"/\*.*?\*/", RegexOptions.Singleline);
    private static readonly Regex Space = new(@"\s+");

    // The script that pages of others name, for years: its address never changes.
    private const string HostScript = "embed.js";

    private readonly Dictionary<string, HandlebarsTemplate<object, object>> _layouts = new(StringComparer.Ordinal);

    // What pages hold themselves, so that their first paint waits for no other file.
    private const string StartScript = "start.js", BlockStyleSheet = "blocks.css";

    private Theme(ImmutableArray<OutputFile> assets, IReadOnlyDictionary<string, string> addresses, string styles, string blockStyles, string start)
    {
        Assets = assets;
        Addresses = addresses;
        Styles = styles;
        BlockStyles = blockStyles;
        Start = start;
    }

    /// <summary>Fonts, scripts and style sheets, ready to be published.</summary>
    public ImmutableArray<OutputFile> Assets { get; }

    /// <summary>Address on the site of each asset, by its path in the theme, such as <c>scripts/story.js</c>.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; }

    /// <summary>The styles that stand in every page.</summary>
    public string Styles { get; }

    /// <summary>The styles that stand in every page with a block.</summary>
    public string BlockStyles { get; }

    /// <summary>The script that stands in every page but embedded charts, and loads the others.</summary>
    public string Start { get; }

    /// <summary>Reads a theme. A layout that cannot be compiled is reported where it breaks.</summary>
    public static Theme Read(InputFiles files, ICollection<Diagnostic> findings)
    {
        var assets = ImmutableArray.CreateBuilder<OutputFile>();
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in files.In("theme/fonts", ".woff2"))
            Publish(path, files.Files[path]);

        var start = "";
        var scripts = ReadScripts(files, findings);
        var joiner = new ScriptJoiner(scripts.ToDictionary(s => s.Key, s => s.Value.Content, StringComparer.Ordinal));
        foreach (var name in InOrder(scripts, joiner, findings))
        {
            var text = ShrinkScript(joiner.Join(name, imported => addresses[InTheme(scripts[imported].Path)]));
            if (name == StartScript)
                start = text;
            else
                Publish(scripts[name].Path, Encoding.UTF8.GetBytes(text));
        }

        if (files.Files.ContainsKey("theme/" + HostScript))
        {
            addresses[HostScript] = "/" + HostScript;
            assets.Add(new OutputFile(HostScript, Encoding.UTF8.GetBytes(ShrinkScript(files.Text("theme/" + HostScript).Content))));
        }

        var (styles, blockStyles) = (new StringBuilder(), "");
        foreach (var path in files.In("theme/styles", ".css"))
        {
            var text = Url.Replace(files.Text(path).Content, m => $"url(\"{addresses.GetValueOrDefault(m.Groups["path"].Value, "/" + m.Groups["path"].Value)}\")");
            text = Shrink(text);
            // What every first screen needs has a number in its name; the rest is fetched where and when it is needed.
            if (char.IsAsciiDigit(Path.GetFileName(path)[0]))
                styles.Append(text);
            else if (Path.GetFileName(path) == BlockStyleSheet)
                blockStyles = text;
            else
                Publish(path, Encoding.UTF8.GetBytes(text));
        }

        var theme = new Theme(assets.ToImmutable(), addresses, styles.ToString(), blockStyles, start);
        theme.CompileLayouts(files, findings);
        return theme;

        void Publish(string path, ReadOnlyMemory<byte> bytes)
        {
            var name = InTheme(path);
            var file = OutputFile.Asset(Path.GetFileNameWithoutExtension(name), Path.GetExtension(name), bytes);
            addresses[name] = "/" + file.Path;
            assets.Add(file);
        }
    }

    /// <summary>Fills a layout.</summary>
    /// <param name="layout">Its name, such as <c>story</c>.</param>
    /// <param name="model">What it may name; a name that is not there is an error.</param>
    /// <exception cref="ThemeException">There is no such layout, or it names something that the model does not have.</exception>
    public string Render(string layout, IReadOnlyDictionary<string, object?> model)
    {
        if (!_layouts.TryGetValue(layout, out var template))
            throw new ThemeException($"the theme has no layout theme/layouts/{layout}.hbs");
        try
        {
            return template(model);
        }
#pragma warning disable CA1031 // The engine throws an internal type for a name that the model lacks.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new ThemeException($"the layout theme/layouts/{layout}.hbs cannot be filled: {e.Message.Split('\n')[0]}", e);
        }
    }

    private static string InTheme(string path) => path["theme/".Length..];

    // By their file names, as they import each other by these.
    private static Dictionary<string, SourceText> ReadScripts(InputFiles files, ICollection<Diagnostic> findings)
    {
        var scripts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var source in files.In("theme/scripts", ".js").Select(files.Text))
        {
            var name = Path.GetFileName(source.Path);
            if (!scripts.TryAdd(name, source))
                findings.Add(Diagnostic.Error("EX0504", source.Span(0, 1), $"the script '{name}' exists already, in {scripts[name].Path}", "give one of them another name, or one that begins with _ to leave it out"));
        }

        return scripts;
    }

    // Each comes after those that it imports later, so that it can name them by their hashes; none where one cannot be joined.
    private static List<string> InOrder(Dictionary<string, SourceText> scripts, ScriptJoiner joiner, ICollection<Diagnostic> findings)
    {
        var faults = scripts.Select(s => (Source: s.Value, Fault: joiner.FaultOf(s.Key))).Where(f => f.Fault is not null).ToList();
        foreach (var (source, fault) in faults)
            findings.Add(Diagnostic.Error("EX0504", source.Span(0, 1), fault!));
        if (faults.Count > 0)
            return [];

        var (ordered, waiting) = (new List<string>(), joiner.Entries.ToList());
        while (waiting.Count > 0)
        {
            var next = waiting.First(file => joiner.LaterImportsOf(file).All(f => !waiting.Contains(f)));
            waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private void CompileLayouts(InputFiles files, ICollection<Diagnostic> findings)
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, NoEscape = false });
        foreach (var path in files.In("theme/layouts/partials", ".hbs"))
            Compile(path, text => handlebars.RegisterTemplate(Path.GetFileNameWithoutExtension(path), text));
        foreach (var path in files.In("theme/layouts", ".hbs").Where(p => !p.Contains("/partials/", StringComparison.Ordinal)))
            Compile(path, text => _layouts[Path.GetFileNameWithoutExtension(path)] = handlebars.Compile(text));

        void Compile(string path, Action<string> compile)
        {
            var source = files.Text(path);
            try
            {
                compile(source.Content);
            }
            catch (HandlebarsException e)
            {
                findings.Add(Diagnostic.Error("EX0501", source.Span(0, 1), "this layout cannot be compiled: " + e.Message.Split('\n')[0]));
            }
        }
    }

    // A script in a newer JavaScript than the library knows is published as it stands.
    private static string ShrinkScript(string script)
    {
        var shrunk = Uglify.Js(script);
        return shrunk.HasErrors ? script : shrunk.Code;
    }

    private static string Shrink(string css)
    {
        css = Comment.Replace(css, "");
        return Space.Replace(css, " ").Replace(" {", "{", StringComparison.Ordinal).Replace("{ ", "{", StringComparison.Ordinal)
            .Replace("; ", ";", StringComparison.Ordinal).Replace(";}", "}", StringComparison.Ordinal).Replace("} ", "}", StringComparison.Ordinal).Trim();
    }
}

using System.CommandLine;
using Explainer.Commands;
using Explainer.Input;
using Explainer.Publish;

var root = new Option<DirectoryInfo>("--root", "-r")
{
    Description = "The folder that holds input/, and theme/ if no other is named",
    DefaultValueFactory = _ => new DirectoryInfo("."),
    Recursive = true,
};
var theme = new Option<DirectoryInfo?>("--theme", "-t") { Description = "The folder of the theme [default: theme/ under the root]", Recursive = true };
var output = new Option<DirectoryInfo?>("--output", "-o") { Description = "The folder to publish to [default: output/ under the root]" };
var strict = new Option<bool>("--strict") { Description = "Let warnings stop the build too, as for publication" };
var address = new Option<string?>("--address") { Description = "The site's absolute address, such as https://example.org, for links from elsewhere; without one there is neither sitemap nor feed" };
var hidden = new Option<bool>("--hidden") { Description = "Ask search engines to stay away, as for a preview" };
var commit = new Option<string?>("--commit") { Description = "The commit that is built, to be named in build.json" };
var port = new Option<int>("--port") { Description = "The port to serve on; 0 for any that is free", DefaultValueFactory = _ => 5080 };

port.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() is < 0 or > 65535)
        result.AddError("A port is a number from 0 to 65535.");
});

address.Validators.Add(result =>
{
    if (result.GetValueOrDefault<string?>() is { } given && Publication.AddressOf(given) is null)
        result.AddError($"'{given}' is no address of a site: it begins with https:// or http://, and has a host and nothing after it.");
});

var preview = new Command("preview", "Serve the site and rebuild it whenever a file changes") { port };
preview.SetAction((parsed, cancellation) =>
    PreviewCommand.RunAsync(FoldersOf(parsed), parsed.GetValue(port), Today, Console.Out, started: null, cancellation));

var build = new Command("build", "Build the site once; what happens when no command is given") { output, strict, address, hidden, commit };
build.SetAction(Build);

var names = new Argument<string[]>("name") { Description = "The datasets to seal; all of them when none is named", Arity = ArgumentArity.ZeroOrMore };
var seal = new Command("seal", "Write down datasets as they are, once you have compared them with their sources: a build then stops at every number that changes") { names };
seal.SetAction(parsed => SealCommand.Run(FoldersOf(parsed), parsed.GetValue(names) ?? [], Console.Out));

var explainer = new RootCommand("Turns Markdown and YAML into a scrollytelling site") { root, theme, output, strict, address, hidden, commit, build, preview, seal };
explainer.SetAction(Build);
return await explainer.Parse(args).InvokeAsync();

int Build(ParseResult parsed)
{
    var folders = FoldersOf(parsed);
    return BuildCommand.Run(folders, parsed.GetValue(output)?.FullName ?? Path.Combine(folders.Root, "output"), parsed.GetValue(strict), new Publication(Publication.AddressOf(parsed.GetValue(address)), parsed.GetValue(hidden), parsed.GetValue(commit)), Today(), Console.Out);
}

// The clock is read here and nowhere else.
static DateOnly? Today() => DateOnly.FromDateTime(DateTime.UtcNow);

SiteFolders FoldersOf(ParseResult parsed)
{
    var site = new SiteFolders(parsed.GetRequiredValue(root).FullName);
    return parsed.GetValue(theme) is { } own ? site with { Theme = own.FullName } : site;
}

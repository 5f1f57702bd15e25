using System.CommandLine;
using Explainer.Commands;

var root = new Option<DirectoryInfo>("--root", "-r")
{
    Description = "The folder that holds input/ and theme/",
    DefaultValueFactory = _ => new DirectoryInfo("."),
    Recursive = true,
};
var output = new Option<DirectoryInfo?>("--output", "-o") { Description = "The folder to publish to [default: output/ under the root]" };
var port = new Option<int>("--port") { Description = "The port to serve on; 0 for any that is free", DefaultValueFactory = _ => 5080 };

port.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() is < 0 or > 65535)
        result.AddError("A port is a number from 0 to 65535.");
});

var preview = new Command("preview", "Serve the site and rebuild it whenever a file changes") { port };
preview.SetAction((parsed, cancellation) =>
    PreviewCommand.RunAsync(parsed.GetRequiredValue(root).FullName, parsed.GetValue(port), Console.Out, started: null, cancellation));

var build = new Command("build", "Build the site once; what happens when no command is given") { output };
build.SetAction(Build);

var explainer = new RootCommand("Turns Markdown and YAML into a scrollytelling site") { root, output, build, preview };
explainer.SetAction(Build);
return await explainer.Parse(args).InvokeAsync();

int Build(ParseResult parsed)
{
    var folder = parsed.GetRequiredValue(root).FullName;
    return BuildCommand.Run(folder, parsed.GetValue(output)?.FullName ?? Path.Combine(folder, "output"), Console.Out);
}

using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Preview;

namespace Explainer.Commands;

/// <summary>Serves the site while its author works.</summary>
public static class PreviewCommand
{
    /// <summary>Runs until cancelled.</summary>
    /// <param name="folders">Where the site's files lie.</param>
    /// <param name="port">The port on this machine; 0 for any that is free.</param>
    /// <param name="today">Tells the day, by which data grow stale.</param>
    /// <param name="text">Where to report to.</param>
    /// <param name="started">Told the address once the site is served.</param>
    /// <param name="cancellation">Ends the server.</param>
    /// <returns>0 when it was ended, 1 when it could not begin.</returns>
    public static async Task<int> RunAsync(SiteFolders folders, int port, Func<DateOnly?> today, TextWriter text, Action<string>? started, CancellationToken cancellation)
    {
        // A folder that is not there cannot be watched until it is.
        if (!Directory.Exists(folders.Root))
        {
            text.Write(BuildOnce(folders, today()).Problems);
            return 1;
        }

        return await new PreviewServer(folders, () => BuildOnce(folders, today()), text).RunAsync(port, started, cancellation) ? 0 : 1;
    }

    private static PreviewSite BuildOnce(SiteFolders folders, DateOnly? today)
    {
        var site = Site.Build(InputFiles.Read(folders), today);
        var problems = string.Concat(DiagnosticPrinter.InOrder(site.Findings).Select(DiagnosticPrinter.Print));
        return new PreviewSite(site.Finished?.Files, problems);
    }
}

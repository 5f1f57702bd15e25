using System.Diagnostics;

namespace Explainer.Tests.Support;

/// <summary>
/// Provides the browser: the one that is installed, else the operating system's package, else Playwright's own download.
/// The shell without windows comes first: for the same page it takes a quarter less of the processor.
/// When none can be had the tests fail and say what to install; nothing is skipped.
/// </summary>
internal static class ChromiumFinder
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    /// <summary>The path of a Chromium, or null when Playwright has brought its own.</summary>
    /// <exception cref="InvalidOperationException">No browser can be had.</exception>
    public static string? Provide()
    {
        if (Find() is { } installed)
            return installed;
        var tried = new List<string>();
        if (OperatingSystem.IsLinux() && Find("apt-get") is not null)
        {
            var asRoot = Environment.UserName == "root" ? "" : "sudo -n ";
            string Install(string package) => $"{asRoot}env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends {package}";
            var (code, said) = Run("/bin/sh", "-c", $"{asRoot}apt-get update -q && ({Install("chromium-headless-shell")} || {Install("chromium")})");
            if (code == 0 && Find() is { } packaged)
                return packaged;
            tried.Add($"apt-get install chromium: exit code {code}: {said}");
        }

        var downloaded = Microsoft.Playwright.Program.Main(["install", "chromium"]);
        if (downloaded == 0)
            return null;
        tried.Add($"playwright install chromium: exit code {downloaded}");
        throw new InvalidOperationException(
            "The browser tests need Chromium and none can be had. Install one (Debian and Ubuntu: apt-get install chromium; elsewhere: Google Chrome) and run the tests again.\n"
            + string.Join('\n', tried));
    }

    private static string? Find() => Names.Select(Find).FirstOrDefault(p => p is not null);

    private static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static (int Code, string Said) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        var said = (output.Result + error.Result).TrimEnd();
        return (process.ExitCode, said[^Math.Min(said.Length, 400)..]);
    }
}

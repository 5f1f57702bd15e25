using System.Runtime.CompilerServices;
using System.Text;

namespace Explainer.Tests.Support;

/// <summary>
/// Compares a text with the one that was reviewed and committed. What differs is written beside it as <c>.received</c>;
/// when it is right, it takes the place of the <c>.verified</c> one: <c>EXPLAINER_ACCEPT=1</c> does that for a whole run.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string name, string text, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots");
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var verified = Path.Combine(folder, $"{stem}.verified{ending}");
        var received = Path.Combine(folder, $"{stem}.received{ending}");
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        var isAccepted = Environment.GetEnvironmentVariable("EXPLAINER_ACCEPT") == "1";
        File.WriteAllText(isAccepted ? verified : received, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.True(isAccepted, $"{name} is not as it was reviewed: compare {Path.GetFileName(received)} with {Path.GetFileName(verified)} in {folder}, and put it in its place when it is right");
    }
}

using Explainer.Input;

namespace Explainer.Preview;

/// <summary>Tells when anything under <c>input/</c> or <c>theme/</c> changes.</summary>
internal sealed class Watcher : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];

    public Watcher(string root, Action changed)
    {
        foreach (var folder in InputFiles.Folders.Select(f => Path.Combine(root, f)).Where(Directory.Exists))
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => changed();
            watcher.Created += (_, _) => changed();
            watcher.Deleted += (_, _) => changed();
            watcher.Renamed += (_, _) => changed();
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
    }

    public void Dispose() => _watchers.ForEach(w => w.Dispose());
}

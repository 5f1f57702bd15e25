using Explainer.Input;

namespace Explainer.Preview;

/// <summary>Tells when anything under <c>input/</c> or <c>theme/</c> changes, also when one of these is made anew.</summary>
internal sealed class Watcher : IDisposable
{
    private readonly string _root;
    private readonly Action _changed;
    private readonly FileSystemWatcher _folders;
    private readonly List<FileSystemWatcher> _files = [];

    public Watcher(string root, Action changed)
    {
        _root = root;
        _changed = changed;
        _folders = Watch(root, isDeep: false, (_, e) =>
        {
            if (!InputFiles.Folders.Contains(e.Name ?? ""))
                return;
            WatchFiles();
            changed();
        });
        WatchFiles();
    }

    public void Dispose()
    {
        _folders.Dispose();
        _files.ForEach(w => w.Dispose());
    }

    private void WatchFiles()
    {
        lock (_files)
        {
            _files.ForEach(w => w.Dispose());
            _files.Clear();
            foreach (var folder in InputFiles.Folders.Select(f => Path.Combine(_root, f)).Where(Directory.Exists))
                _files.Add(Watch(folder, isDeep: true, (_, _) => _changed()));
        }
    }

    private static FileSystemWatcher Watch(string folder, bool isDeep, FileSystemEventHandler changed)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = isDeep };
        watcher.Created += changed;
        watcher.Deleted += changed;
        watcher.Renamed += (sender, e) => changed(sender, e);
        if (isDeep)
            watcher.Changed += changed;
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}

using Explainer.Input;

namespace Explainer.Preview;

/// <summary>Tells when anything under <c>input/</c> or <c>theme/</c> changes, also when one of these is made anew.</summary>
internal sealed class Watcher : IDisposable
{
    private readonly SiteFolders _site;
    private readonly Action _changed;
    private readonly FileSystemWatcher _folders;
    private readonly List<FileSystemWatcher> _files = [];

    public Watcher(SiteFolders site, Action changed)
    {
        _site = site;
        _changed = changed;
        _folders = Watch(site.Root, isDeep: false, (_, e) =>
        {
            if (site.All.All(f => Path.GetFullPath(f.Path) != Path.GetFullPath(e.FullPath)))
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
            foreach (var folder in _site.All.Select(f => f.Path).Where(Directory.Exists))
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

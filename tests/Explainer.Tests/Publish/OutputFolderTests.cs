using System.Collections.Immutable;
using Explainer.Diagnostics;
using Explainer.Publish;
using Explainer.Tests.Support;

namespace Explainer.Tests.PublishTests;

public sealed class OutputFolderTests
{
    [Fact]
    public void A_folder_is_replaced_whole_and_nothing_is_left_beside_it()
    {
        using var root = new TemporaryFolder();
        var folder = Path.Combine(root.Path, "output");
        OutputFolder.Write(folder, [new OutputFile("index.html", "old and longer than the new one"u8.ToArray()), new OutputFile("gone/index.html", "old"u8.ToArray())]);

        OutputFolder.Write(folder, [new OutputFile("index.html", "new"u8.ToArray()), new OutputFile("ru/story/index.html", "новое"u8.ToArray())]);

        Assert.Equal(["output/.explainer", "output/index.html", "output/ru/story/index.html"], TemporaryFolder.Snapshot(root.Path).Keys);
        Assert.Equal("new", File.ReadAllText(Path.Combine(folder, "index.html")));
        Assert.Equal("новое", File.ReadAllText(Path.Combine(folder, "ru/story/index.html")));
        Assert.Equal([folder], Directory.GetFileSystemEntries(root.Path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_made_and_an_empty_one_is_taken()
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(root.Path, "empty"));

        OutputFolder.Write(Path.Combine(root.Path, "empty"), [new OutputFile("a.txt", "a"u8.ToArray())]);
        OutputFolder.Write(Path.Combine(root.Path, "fresh") + Path.DirectorySeparatorChar, [new OutputFile("b.txt", "b"u8.ToArray())]);

        Assert.Equal(["empty/.explainer", "empty/a.txt", "fresh/.explainer", "fresh/b.txt"], TemporaryFolder.Snapshot(root.Path).Keys);
    }

    [Fact]
    public void A_folder_of_somebody_else_is_refused_and_left_as_it_is()
    {
        using var root = new TemporaryFolder();
        File.WriteAllText(Path.Combine(root.Path, "thesis.txt"), "years of work");

        Assert.Throws<IOException>(() => OutputFolder.Write(root.Path, [new OutputFile("a.txt", "a"u8.ToArray())]));

        Assert.Equal(["thesis.txt"], TemporaryFolder.Snapshot(root.Path).Keys);
        Assert.False(Directory.Exists(root.Path + ".new"));
    }

    [Fact]
    public void Folders_of_a_like_name_are_left_alone()
    {
        using var root = new TemporaryFolder();
        var folder = Path.Combine(root.Path, "output");
        foreach (var ending in ImmutableArray.Create(".new", ".old"))
        {
            Directory.CreateDirectory(folder + ending);
            File.WriteAllText(Path.Combine(folder + ending, "mine.txt"), "mine");
        }

        OutputFolder.Write(folder, [new OutputFile("a.txt", "a"u8.ToArray())]);
        OutputFolder.Write(folder, [new OutputFile("b.txt", "b"u8.ToArray())]);

        Assert.Equal(["output.new/mine.txt", "output.old/mine.txt", "output/.explainer", "output/b.txt"], TemporaryFolder.Snapshot(root.Path).Keys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_stays_and_what_it_leads_to_is_replaced(bool isThere)
    {
        using var root = new TemporaryFolder();
        var (served, link) = (Path.Combine(root.Path, "srv", "www"), Path.Combine(root.Path, "output"));
        if (isThere)
            OutputFolder.Write(served, [new OutputFile("old.txt", "old"u8.ToArray())]);
        Directory.CreateSymbolicLink(link, Path.Combine("srv", "www"));

        Assert.Null(OutputFolder.Write(link, [new OutputFile("new.txt", "new"u8.ToArray())]));

        Assert.Equal(Path.Combine("srv", "www"), new DirectoryInfo(link).LinkTarget);
        Assert.Equal([".explainer", "new.txt"], TemporaryFolder.Snapshot(served).Keys);
        Assert.Equal([served], Directory.GetFileSystemEntries(Path.Combine(root.Path, "srv")));
    }

    [Fact]
    public void A_site_whose_forerunner_cannot_be_deleted_is_written_all_the_same_and_that_is_told()
    {
        using var root = new TemporaryFolder();
        var folder = Path.Combine(root.Path, "output");
        OutputFolder.Write(folder, [new OutputFile("kept/old.txt", "old"u8.ToArray())]);

        var warning = OutputFolder.Write(folder, [new OutputFile("new.txt", "new"u8.ToArray())], _ => throw new IOException("Another program holds it."));

        var old = Directory.GetDirectories(root.Path, "output.old-*").Single();
        Assert.Equal("EX0007", warning!.Code);
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.Contains(old, warning.Message, StringComparison.Ordinal);
        Assert.Equal([".explainer", "new.txt"], TemporaryFolder.Snapshot(folder).Keys);
    }

    // A file cannot lie in another file: the disk refuses the second one.
    [Fact]
    public void A_site_that_cannot_be_written_leaves_the_old_one_and_nothing_beside_it()
    {
        using var root = new TemporaryFolder();
        var folder = Path.Combine(root.Path, "output");
        OutputFolder.Write(folder, [new OutputFile("old.txt", "old"u8.ToArray())]);

        Assert.ThrowsAny<IOException>(() => OutputFolder.Write(folder, [new OutputFile("a", "a"u8.ToArray()), new OutputFile("a/b", "b"u8.ToArray())]));

        Assert.Equal(["output/.explainer", "output/old.txt"], TemporaryFolder.Snapshot(root.Path).Keys);
        Assert.Equal([folder], Directory.GetFileSystemEntries(root.Path));
    }
}

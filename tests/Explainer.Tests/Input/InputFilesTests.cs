using System.Text;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Tests.DiagnosticsTests;
using Explainer.Tests.Support;

namespace Explainer.Tests.InputTests;

public sealed class InputFilesTests
{
    [Fact]
    public void Files_of_both_folders_are_read_in_order_with_forward_slashes_and_hidden_ones_are_left_out()
    {
        using var root = new TemporaryFolder();
        string[] paths =
        [
            "theme/styles/1-base.css", "input/site.yml", "input/data/left.yml", "input/data/Zebra.yml", "input/data/.left.yml.swp", "input/data/_draft.yml",
            "input/_old/site.yml", "input/.git/config", "output/index.html", "site.yml",
        ];
        foreach (var path in paths)
        {
            var file = new FileInfo(Path.Combine(root.Path, path));
            file.Directory!.Create();
            File.WriteAllText(file.FullName, path);
        }

        var files = InputFiles.Read(root.Path);

        Assert.Equal(["input/data/Zebra.yml", "input/data/left.yml", "input/site.yml", "theme/styles/1-base.css"], files.Files.Keys);
        Assert.Equal("input/data/left.yml", files.Text("input/data/left.yml").Content);
    }

    // Hidden are names under the site's folder, not the way to it.
    [Fact]
    public void A_site_may_lie_in_a_hidden_folder()
    {
        using var root = new TemporaryFolder();
        var site = Path.Combine(root.Path, ".sites", "_mine");
        Directory.CreateDirectory(Path.Combine(site, "input"));
        File.WriteAllText(Path.Combine(site, "input", "site.yml"), "title: T");

        Assert.Equal(["input/site.yml"], InputFiles.Read(site).Files.Keys);
    }

    [Fact]
    public void A_theme_may_lie_elsewhere_and_keeps_its_name_in_paths()
    {
        using var root = new TemporaryFolder();
        using var shared = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(root.Path, "input"));
        Directory.CreateDirectory(Path.Combine(root.Path, "theme"));
        File.WriteAllText(Path.Combine(root.Path, "input", "site.yml"), "title: T");
        File.WriteAllText(Path.Combine(root.Path, "theme", "own.css"), "");
        File.WriteAllText(Path.Combine(shared.Path, "shared.css"), "");

        Assert.Equal(["input/site.yml", "theme/shared.css"], InputFiles.Read(new SiteFolders(root.Path, shared.Path)).Files.Keys);
    }

    [Fact]
    public void A_folder_without_either_is_empty()
    {
        using var root = new TemporaryFolder();

        Assert.Empty(InputFiles.Read(root.Path).Files);
    }

    [Fact]
    public void What_the_disk_refuses_is_told_by_its_path_and_the_rest_is_read()
    {
        using var root = new TemporaryFolder();
        var data = Directory.CreateDirectory(Path.Combine(root.Path, "input", "data")).FullName;
        File.WriteAllText(Path.Combine(data, "a.yml"), "a");
        File.WriteAllText(Path.Combine(data, "c.yml"), "c");
        File.CreateSymbolicLink(Path.Combine(data, "b.yml"), Path.Combine(root.Path, "nowhere.yml"));
        File.CreateSymbolicLink(Path.Combine(data, ".#b.yml"), "somebody@a-machine.1");
        using var held = File.Open(Path.Combine(data, "a.yml"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var files = InputFiles.Read(root.Path);

        Assert.Equal(["input/data/c.yml"], files.Files.Keys);
        Assert.Equal(["input/data/a.yml cannot be read", "input/data/b.yml cannot be read"], files.Unread.Select(f => f.Message.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.All(files.Unread, f => Assert.Equal("EX0006", f.Code));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("да: 1")];
        var files = new InputFiles(InputFiles.Empty.Files.Add("input/site.yml", bytes));

        Assert.Equal("да: 1", files.Text("input/site.yml").Content);
    }

    [Theory]
    [InlineData("a: 1\nb: c\u0001", "2:5 EX0005")]
    [InlineData("a: 1\nb: c\uFFFE", "2:5 EX0005")]
    [InlineData("\uFFFF", "1:1 EX0005")]
    public void A_character_that_cannot_be_printed_is_told_where_it_stands(string text, string expected)
    {
        var findings = new List<Diagnostic>();

        new InputFiles(InputFiles.Empty.Files.Add("input/site.yml", Encoding.UTF8.GetBytes(text))).CheckTexts(findings);

        Assert.Equal([expected], findings.Places());
    }

    [Fact]
    public void Folders_are_known_even_when_nothing_lies_in_them()
    {
        using var root = new TemporaryFolder();
        foreach (var path in new[] { "input/data/left.yml", "input/_old/deep", "theme" })
            Directory.CreateDirectory(Path.Combine(root.Path, path));

        Assert.Equal(["input/data", "input/data/left.yml"], InputFiles.Read(root.Path).Folders);
    }

    [Fact]
    public void A_folder_does_not_hold_what_only_begins_like_it()
    {
        var files = new InputFiles(InputFiles.Empty.Files
            .Add("input/data/a.yml", ReadOnlyMemory<byte>.Empty)
            .Add("input/data/deep/b.yaml", ReadOnlyMemory<byte>.Empty)
            .Add("input/data/c.txt", ReadOnlyMemory<byte>.Empty)
            .Add("input/database/d.yml", ReadOnlyMemory<byte>.Empty));

        Assert.Equal(["input/data/a.yml", "input/data/deep/b.yaml"], files.In("input/data", ".yml", ".yaml"));
    }
}

using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>A file that nothing reads is told: its author waits for it in vain.</summary>
public sealed class UnreadFilesTests
{
    [Theory]
    [InlineData("input/stories/rain.ru.MD", "names of files in input/stories end in .md, in small letters")]
    [InlineData("input/stories/rain.ru.txt", "names of files in input/stories end in .md, in small letters")]
    [InlineData("input/data/new.csv", "names of files in input/data end in .yml or .yaml, in small letters")]
    [InlineData("input/maps/new.shp", "names of files in input/maps end in .json or .geojson, in small letters")]
    [InlineData("input/chart/new.yml", "did you mean the folder 'input/charts'?")]
    [InlineData("input/Stories/rain.ru.md", "did you mean the folder 'input/stories'?")]
    [InlineData("input/film/new.mp4", "the folders are: blocks, charts, data, figures, images, maps, pages, sealed, stories")]
    [InlineData("input/correction.yml", "did you mean 'input/corrections.yml'?")]
    [InlineData("input/readme.txt", "put it into the folder of its sort, or outside of input")]
    public void A_file_that_nothing_reads_is_told_with_what_was_probably_meant(string path, string hint)
    {
        var finding = Assert.Single(Sites.Checked(Sites.SampleInput.Adding(path, "a: 1\n")).Findings);

        Assert.Equal(("EX0008", $"nothing reads {path}", hint), (finding.Code, finding.Message, finding.Hint));
    }

    [Fact]
    public void A_folder_with_the_name_of_a_file_is_told()
    {
        var finding = Assert.Single(Sites.Checked(Sites.SampleInput with { Folders = ["input/data", "input/data/2024.1", "input/data/new.yml", "input/images/a.jpg", "theme/x.yml"] }).Findings);

        Assert.Equal(("EX0008", "input/data/new.yml is a folder, but has the name of a file"), (finding.Code, finding.Message));
    }

    [Fact]
    public void Nothing_is_told_of_the_sites_that_there_are() =>
        Assert.All([Sites.StoryInput, Sites.SampleInput, Sites.GalleryInput], input => Assert.DoesNotContain(Sites.Checked(input).Findings, f => f.Code == "EX0008"));
}

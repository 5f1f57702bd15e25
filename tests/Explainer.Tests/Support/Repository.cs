namespace Explainer.Tests.Support;

/// <summary>Where this repository lies on the machine that runs the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Explainer.csproj")))
                return at.FullName;
        }

        throw new DirectoryNotFoundException("The tests must lie inside the repository.");
    }
}

using Explainer.Commands;
using Explainer.Tests.Support;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Explainer.Tests.WholeSite;

/// <summary>The rooms of src/ know only rooms above them in the table of architecture.md, and each great library is named in one room.</summary>
public sealed class ArrowTests
{
    // From the ground up: a room may use those before it.
    private static readonly string[] Rooms =
        ["Diagnostics", "Input", "Data", "Charts", "Prose", "Stories", "Checks", "Publish", "Preview", "Commands"];

    // Prose knows figures, not charts; Publish writes what is drawn and told, and judges nothing.
    private static readonly (string Room, string Stranger)[] Strangers = [("Prose", "Charts"), ("Publish", "Checks")];

    private static readonly (string Library, string Room)[] Libraries =
    [
        ("ScottPlot", "Charts"), ("SkiaSharp", "Charts"), ("Markdig", "Prose"), ("YamlDotNet", "Input"), ("HandlebarsDotNet", "Publish"), ("NUglify", "Publish"),
    ];

    [Fact]
    public void Every_folder_of_src_is_a_room_and_its_files_stand_in_its_namespace()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order().ToArray();
        Assert.Equal(Rooms.Order(), folders);
        foreach (var room in Rooms)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", room), "*.cs", SearchOption.AllDirectories).Where(f => !f.EndsWith("Program.cs", StringComparison.Ordinal)))
                Assert.Contains($"namespace Explainer.{room};", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_room_knows_a_room_above_it()
    {
        var wrong = Uses().Where(u => Array.IndexOf(Rooms, u.To) > Array.IndexOf(Rooms, u.From) || Strangers.Contains((u.From, u.To)));
        Assert.Empty(wrong.Select(u => $"{u.Type} in {u.From} knows {u.To}").Distinct());
    }

    [Fact]
    public void Each_library_is_named_in_one_room()
    {
        var wrong =
            from type in Types()
            from name in References(type)
            from rule in Libraries
            where name.StartsWith(rule.Library + ".", StringComparison.Ordinal) && RoomOf(type.FullName) != rule.Room
            select $"{type.FullName} names {rule.Library}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void The_arrows_that_are_wanted_are_there()
    {
        // The test above could not fail if it read nothing.
        var uses = Uses().Select(u => (u.From, u.To)).Distinct().ToList();
        Assert.Contains(("Input", "Diagnostics"), uses);
        Assert.Contains(("Charts", "Data"), uses);
        Assert.Contains(("Publish", "Stories"), uses);
        Assert.Contains(("Commands", "Publish"), uses);
    }

    private static IEnumerable<(string Type, string From, string To)> Uses() =>
        from type in Types()
        let room = RoomOf(type.FullName)
        where room is not null
        from name in References(type)
        let other = RoomOf(name)
        where other is not null && other != room
        select (type.FullName, room, other);

    // Kept open: Cecil reads the bodies of methods when they are asked for.
    private static readonly AssemblyDefinition Assembly =
        AssemblyDefinition.ReadAssembly(typeof(Site).Assembly.Location, new ReaderParameters { InMemory = true });

    private static List<TypeDefinition> Types() => [.. Assembly.MainModule.GetTypes()];

    private static string? RoomOf(string fullName)
    {
        var parts = fullName.Split('.', '/');
        return parts.Length > 2 && parts[0] == "Explainer" && Rooms.Contains(parts[1]) ? parts[1] : null;
    }

    // Every type that a type's members and the bodies of its methods name.
    private static IEnumerable<string> References(TypeDefinition type)
    {
        var named = new List<TypeReference?> { type.BaseType };
        named.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        named.AddRange(type.Fields.Select(f => f.FieldType));
        foreach (var method in type.Methods)
        {
            named.Add(method.ReturnType);
            named.AddRange(method.Parameters.Select(p => p.ParameterType));
            if (!method.HasBody)
                continue;
            named.AddRange(method.Body.Variables.Select(v => v.VariableType));
            foreach (var operand in method.Body.Instructions.Select(i => i.Operand))
            {
                if (operand is MemberReference member)
                {
                    named.Add(member as TypeReference ?? member.DeclaringType);
                    if (member is MethodReference called)
                        named.AddRange([called.ReturnType, .. called.Parameters.Select(p => p.ParameterType)]);
                    if (member is GenericInstanceMethod generic)
                        named.AddRange(generic.GenericArguments);
                }
            }

            named.AddRange(method.Body.ExceptionHandlers.Where(h => h.HandlerType == ExceptionHandlerType.Catch).Select(h => h.CatchType));
        }

        return named.OfType<TypeReference>().SelectMany(Unwrap);
    }

    private static IEnumerable<string> Unwrap(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Unwrap).Append(generic.ElementType.FullName),
        TypeSpecification wrapped => Unwrap(wrapped.ElementType),
        _ => [type.FullName],
    };
}

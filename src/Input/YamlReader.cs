using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using Explainer.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Explainer.Input;

/// <summary>Reads one YAML document into nodes with places. Anchors, aliases, tags and second documents are refused: they hide what is written.</summary>
public static class YamlReader
{
    private const int DeepestNesting = 64;
    private const int LargestText = 8 * 1024 * 1024;
    private const string TooDeep = "it is nested too deeply";
    private const string NotPrinted = "a character that cannot be printed stands here";
    private const string NotYaml = "this is not YAML: ";
    private const string Check = "check the indentation, quotes and colons on this line and the one above";
    private const string NotUsed = "anchors (&), aliases (*) and tags (!) are not used here; write the value out, or put it in quotes";

    // What is said of these is what is wrong.
    private static readonly string[] Refused = [TooDeep, NotPrinted, NotUsed];
    private static readonly Regex Remark = new(@"\G[ \t]+#[^\s#]");

    /// <summary>Reads a whole text; null when it is empty or cannot be read, with the reason among the findings.</summary>
    public static YamlNode? Read(SourceText source, ICollection<Diagnostic> findings) =>
        Read(source, 0, source.Content.Length, findings);

    /// <summary>Reads a part of a text, such as front matter.</summary>
    public static YamlNode? Read(SourceText source, int start, int end, ICollection<Diagnostic> findings)
    {
        if (end - start > LargestText)
        {
            findings.Add(Diagnostic.Error("EX0105", source.Span(start, start), "this file is larger than 8 MB", "split the data into several files"));
            return null;
        }

        var reading = new Reading(source, source.PositionOf(start).Line - 1, findings);
        try
        {
            return reading.Document(source.Content[start..end].TrimStart('\uFEFF'));
        }
        catch (YamlException e)
        {
            var where = source.Span(reading.Offset(e.Start), Math.Min(source.Content.Length, Math.Max(reading.Offset(e.End), reading.Offset(e.Start) + 1)));
            var slip = Refused.Contains(e.Message) ? null : YamlSlip.Find(source, where.Line, source.PositionOf(Math.Max(where.End, reading.Here)).Line, e.Message.Contains("flow ", StringComparison.Ordinal));
            findings.Add(slip is null ? Diagnostic.Error("EX0101", where, NotYaml + Plain(e.Message), HintFor(e.Message)) : Told(slip));
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The scanner gives up in these ways on a bracket that is not closed and on a tag that is no address.
            var at = source.Span(reading.Here, Math.Min(reading.Here + 1, source.Content.Length));
            findings.Add(YamlSlip.Find(source, at.Line, at.Line, true) is { } slip
                ? Told(slip)
                : Diagnostic.Error("EX0101", at, NotYaml + "a bracket, brace or quote before this place is not closed", Check));
            return null;
        }
    }

    private static Diagnostic Told(YamlSlip slip) => Diagnostic.Error("EX0101", slip.Where, NotYaml + slip.What, slip.Hint);

    private static string? HintFor(string message)
    {
        if (Refused.Contains(message))
            return null;
        return message.Contains("apping values", StringComparison.Ordinal) || message.Contains("invalid mapping", StringComparison.Ordinal)
            ? "put a value that holds a colon in quotes; a key that begins a line stands as far in as those beside it"
            : Check;
    }

    private static string Plain(string message)
    {
        var text = message.TrimEnd('.');
        return text.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(text[0]) + text[1..];
    }

    private sealed class Reading(SourceText source, int linesBefore, ICollection<Diagnostic> findings)
    {
        private Scanner? _scanner;

        public int Here => Offset(_scanner!.CurrentPosition);

        public int Offset(in Mark mark) => source.OffsetOf((int)mark.Line + linesBefore, (int)mark.Column);

        public YamlNode? Document(string text)
        {
            _scanner = new Scanner(new StringReader(text));
            var parser = new Parser(_scanner);
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return null;
            parser.Consume<DocumentStart>();
            var node = Node(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
                findings.Add(Diagnostic.Error("EX0103", Span(second), "a second document begins here", "keep one document in a file"));
            return node;
        }

        private SourceSpan Span(ParsingEvent e) => source.Span(Offset(e.Start), Offset(e.End));

        private YamlNode Node(Parser parser, int depth)
        {
            if (depth > DeepestNesting)
                throw new YamlException(parser.Current!.Start, parser.Current.End, TooDeep);
            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
                throw new YamlException(parser.Current.Start, parser.Current.End, NotUsed);

            return parser.Current switch
            {
                Scalar => Single(parser.Consume<Scalar>()),
                SequenceStart => List(parser, depth),
                MappingStart => Map(parser, depth),
                var other => throw new YamlException(other!.Start, other.End, "something else was expected here"),
            };
        }

        private YamlScalar Single(Scalar scalar)
        {
            var span = Span(scalar);
            if (!IsPrinted(scalar.Value))
                throw new YamlException(scalar.Start, scalar.End, NotPrinted);
            var read = new YamlScalar(scalar.Value, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any), TrimEnd(span));
            if (!read.IsQuoted && read.Value.Any(char.IsLetter) && Remark.Match(source.Content, read.Span.End) is { Success: true } remark)
                findings.Add(Diagnostic.Warning("EX0115", source.Span(remark.Index + remark.Length - 2, remark.Index + remark.Length), $"the words end here, as # begins a remark: they are '{read.Value}'", "put the words in quotes; a remark has a space after its #"));
            return read;
        }

        // Escapes may write what cannot: controls, half of a character in two, and what is none, which XML refuses.
        private static bool IsPrinted(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsSurrogatePair(text, i))
                    i++;
                else if (!XmlConvert.IsXmlChar(text[i]) || (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t' or '\u0085')))
                    return false;
            }

            return true;
        }

        // A block scalar's end mark stands on the line after it.
        private static SourceSpan TrimEnd(SourceSpan span) => span with { End = span.Start + span.Text.TrimEnd().Length };

        private YamlList List(Parser parser, int depth)
        {
            var start = parser.Consume<SequenceStart>();
            var items = ImmutableArray.CreateBuilder<YamlNode>();
            while (!parser.Accept<SequenceEnd>(out _))
                items.Add(Node(parser, depth + 1));
            var end = parser.Consume<SequenceEnd>();
            return new YamlList(items.ToImmutable(), TrimEnd(source.Span(Offset(start.Start), Offset(end.End))));
        }

        private YamlMap Map(Parser parser, int depth)
        {
            var start = parser.Consume<MappingStart>();
            var entries = ImmutableArray.CreateBuilder<(YamlScalar, YamlNode)>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (!parser.Accept<MappingEnd>(out _))
            {
                if (parser.Current is not Scalar)
                    throw new YamlException(parser.Current!.Start, parser.Current.End, "a key must be a single word");
                var name = parser.Consume<Scalar>();
                var key = Single(name);
                if (!key.IsQuoted && key.Value is [var first, ..] && char.IsWhiteSpace(first))
                    throw new YamlException(name.Start, name.End, "a key begins with a blank that is no space");
                var value = Node(parser, depth + 1);
                if (seen.Add(key.Value))
                    entries.Add((key, value));
                else
                    findings.Add(Diagnostic.Error("EX0104", key.Span, $"the key '{key.Value}' stands here a second time", "keep one of the two"));
            }

            var end = parser.Consume<MappingEnd>();
            return new YamlMap(entries.ToImmutable(), TrimEnd(source.Span(Offset(start.Start), Offset(end.End))));
        }
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Explainer.Tests.Support;

/// <summary>The characters that a font file has glyphs for, read from its table of characters: a TTF or a WOFF2.</summary>
internal static class FontCharacters
{
    private const uint Woff2 = 0x774F4632;
    private const int Woff2Head = 48;

    /// <summary>In the directory of a WOFF2 tables have numbers instead of names; what it names itself is 63.</summary>
    private const int Cmap = 0, Glyf = 10, Loca = 11, Named = 63;

    public static HashSet<int> Of(ReadOnlySpan<byte> file) =>
        Mapped(BinaryPrimitives.ReadUInt32BigEndian(file) == Woff2 ? InWoff2(file) : InTtf(file));

    private static ReadOnlySpan<byte> InTtf(ReadOnlySpan<byte> file)
    {
        for (var record = file[12..]; ; record = record[16..])
        {
            if (Encoding.ASCII.GetString(record[..4]) == "cmap")
                return file.Slice((int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]), (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..]));
        }
    }

    // All tables are packed as one, one after the other. Only outlines may be written in another way than in a TTF.
    private static ReadOnlySpan<byte> InWoff2(ReadOnlySpan<byte> file)
    {
        var tables = Short(file[12..]);
        var (at, offset, start, length) = (Woff2Head, 0, 0, 0);
        for (var i = 0; i < tables; i++)
        {
            var flags = file[at++];
            var table = flags & 63;
            at += table == Named ? 4 : 0;
            var size = Number(file, ref at);
            if (table is Glyf or Loca ? flags >> 6 == 0 : flags >> 6 != 0)
                size = Number(file, ref at);
            if (table == Cmap)
                (start, length) = (offset, size);
            offset += size;
        }

        var packed = file.Slice(at, (int)BinaryPrimitives.ReadUInt32BigEndian(file[20..]));
        var whole = new byte[offset];
        Assert.True(BrotliDecoder.TryDecompress(packed, whole, out _));
        return whole.AsSpan(start, length);
    }

    // Seven bits a byte, the highest first.
    private static int Number(ReadOnlySpan<byte> file, ref int at)
    {
        var number = 0;
        while (file[at] >= 128)
            number = (number << 7) | (file[at++] & 127);
        return (number << 7) | file[at++];
    }

    // Ours have a table of segments (format 4), as all their characters have four digits at most.
    private static HashSet<int> Mapped(ReadOnlySpan<byte> cmap)
    {
        for (var i = 0; i < Short(cmap[2..]); i++)
        {
            var table = cmap[(int)BinaryPrimitives.ReadUInt32BigEndian(cmap[(4 + (8 * i) + 4)..])..];
            if (Short(table) == 4)
                return Segments(table);
        }

        throw new InvalidDataException("The font has no table of characters that is known here.");
    }

    private static HashSet<int> Segments(ReadOnlySpan<byte> table)
    {
        var found = new HashSet<int>();
        var bytes = Short(table[6..]);
        for (var i = 0; i < bytes; i += 2)
        {
            var (last, first) = (Short(table[(14 + i)..]), Short(table[(16 + bytes + i)..]));
            var (delta, offsetAt) = (Short(table[(16 + (2 * bytes) + i)..]), 16 + (3 * bytes) + i);
            var offset = Short(table[offsetAt..]);
            for (var character = first; character <= last && character < 0xFFFF; character++)
            {
                var glyph = offset == 0 ? character + delta : Short(table[(offsetAt + offset + (2 * (character - first)))..]);
                if ((glyph & 0xFFFF) != 0)
                    found.Add(character);
            }
        }

        return found;
    }

    private static int Short(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);
}

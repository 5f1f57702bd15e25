namespace Explainer.Publish;

/// <summary>A file of the finished site.</summary>
/// <param name="Path">Its path under <c>output/</c>, with forward slashes.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record OutputFile(string Path, ReadOnlyMemory<byte> Bytes);

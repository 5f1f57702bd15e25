using System.Text;

namespace Explainer.Tests.Support;

/// <summary>What a command reports while it runs, for a test that waits for it.</summary>
internal sealed class Lines : TextWriter
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_text)
            _text.Append(value);
    }

    public override string ToString()
    {
        lock (_text)
            return _text.ToString();
    }

    /// <summary>Waits until something is reported, however busy the machine is.</summary>
    public async Task WaitForAsync(string part)
    {
        while (!ToString().Contains(part, StringComparison.Ordinal))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }
}

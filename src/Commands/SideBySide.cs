using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Explainer.Commands;

/// <summary>Does work on all processors. Pieces of work differ much in cost: the costly ones come first, and whoever is free takes the next.</summary>
public static class SideBySide
{
    /// <summary>Works on each item; what comes out is in the order of what went in.</summary>
    /// <param name="items">The items.</param>
    /// <param name="costOf">About what an item costs, in any measure.</param>
    /// <param name="work">The work; it must not depend on other items.</param>
    public static TOut[] Run<TIn, TOut>(ImmutableArray<TIn> items, Func<TIn, int> costOf, Func<TIn, TOut> work)
    {
        var done = new TOut[items.Length];
        var order = Enumerable.Range(0, items.Length).OrderByDescending(i => costOf(items[i])).ToList();
        // As many at once as there are processors: left alone, the pool takes long work for stuck work and adds threads that only get in each other's way.
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering), options, i => done[i] = work(items[i]));
        return done;
    }
}

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In this process: the charts need the repository's own build, not one that the harness makes elsewhere. Warm means that the
// compiler has ended its work in the background, which on two cores takes from the one that is measured.
var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(20).WithIterationCount(12));
BenchmarkSwitcher.FromAssembly(typeof(Explainer.Benchmarks.OneState).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);

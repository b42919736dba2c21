import Glibc

/// One timed run: wall and processor seconds, and whether no thread was interrupted meanwhile.
struct TimedRun {
    var wall: Double
    var processor: Double
    var isQuiet: Bool
}

/// Times `step` until there are `count` quiet runs or the budget of seconds is spent.
func measure(
    _ step: () -> Void, count: Int, warmUp: Int, budget: Double
) -> [TimedRun] {
    for _ in 0..<warmUp { step() }
    var runs: [TimedRun] = []
    var quiet = 0
    let end = seconds(CLOCK_MONOTONIC) + budget
    while quiet < count && (seconds(CLOCK_MONOTONIC) < end || runs.count < 5) {
        let before = (interruptions(), seconds(CLOCK_PROCESS_CPUTIME_ID), seconds(CLOCK_MONOTONIC))
        step()
        let wall = seconds(CLOCK_MONOTONIC) - before.2
        let processor = seconds(CLOCK_PROCESS_CPUTIME_ID) - before.1
        let isQuiet = interruptions() == before.0
        quiet += isQuiet ? 1 : 0
        runs.append(TimedRun(wall: wall, processor: processor, isQuiet: isQuiet))
    }
    return runs
}

/// What a clock of the system says, in seconds.
func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

private func usage() -> rusage {
    var result = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &result)
    return result
}

private func interruptions() -> Int { usage().ru_nivcsw }

/// A number with a bounded count of digits behind the point.
func rounded(_ value: Double, _ digits: Int) -> String {
    let scale = pow(10, Double(digits))
    return "\((value * scale).rounded() / scale)"
}

/// The middle of some numbers.
func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// The figures of a series of runs, with the keys of `Scripts/benchmarks/model_spec.py`.
struct EngineMeasurement {
    let samples: [TimedRun]
    let batch: Int
    let work: Double

    func json(config: String, threads: Int, mode: String, parameters: Int) -> String {
        let walls = samples.map(\.wall)
        let processor = samples.map(\.processor)
        let quietWalls = samples.filter(\.isQuiet).map(\.wall)
        let quiet = quietWalls.count < 3 ? walls : quietWalls
        let middle = median(quiet)
        let best = walls.min() ?? 0
        let fields: [(String, String)] = [
            ("engine", "\"mathtutor\""), ("config", "\"\(config)\""), ("threads", "\(threads)"),
            ("batch", "\(batch)"), ("n_quiet", "\(quietWalls.count)"), ("n", "\(samples.count)"),
            ("ms_median", milliseconds(middle)), ("ms_min", milliseconds(best)),
            ("ms_p10", milliseconds(quantile(quiet, 0.1))),
            ("ms_p99", milliseconds(quantile(quiet, 0.99))),
            ("ms_median_all", milliseconds(median(walls))),
            ("cpu_ms", milliseconds(median(processor))),
            ("cpu_ms_min", milliseconds(processor.min() ?? 0)),
            ("samples_per_s", rounded(Double(batch) / middle, 1)),
            ("gflops", rounded(work / middle * 1e-9, 2)),
            ("gflops_best", rounded(work / best * 1e-9, 2)),
            ("cpu_gflops", rounded(work / median(processor) * 1e-9, 2)),
            ("params", "\(parameters)"),
            ("peak_rss_mb", rounded(Double(usage().ru_maxrss) / 1024, 1)),
            ("mode", "\"\(mode)\""),
        ]
        return "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    private func milliseconds(_ seconds: Double) -> String { rounded(seconds * 1e3, 4) }

    private func quantile(_ values: [Double], _ share: Double) -> Double {
        let sorted = values.sorted()
        return sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }
}

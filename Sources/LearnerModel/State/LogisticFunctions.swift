#if canImport(Glibc)
import Glibc
#endif

/// Returns the probability whose log-odds are `logit`.
func sigmoid(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }

/// Returns the log-odds of `probability`, which must lie inside 0...1.
func logit(_ probability: Double) -> Double { log(probability / (1 - probability)) }

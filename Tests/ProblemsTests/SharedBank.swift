import Problems
import TestSupport

/// The bank that ships, loaded once for all tests.
private let loaded = Result { try ProblemBank(dataDirectory: dataDirectory) }

/// The bank that ships.
func shippedBank() throws -> ProblemBank { try loaded.get() }

/// The operation that first made a number that is not one.
public struct Anomaly: Sendable, Equatable {
    /// The direction in which it happened.
    public enum Phase: String, Sendable {
        case forward, backward
    }

    /// The name of the operation.
    public let operation: String
    /// Whether its result or a gradient it sent was bad.
    public let phase: Phase
    /// The shape of the bad tensor.
    public let shape: Shape
}

/// Collects the first anomaly of a thread.
final class AnomalyLog {
    private(set) var first: Anomaly?

    func check(_ tensor: Tensor?, _ operation: String, _ phase: Anomaly.Phase) {
        guard first == nil, let tensor else { return }
        if tensor.buffer.contains(where: { $0.isNaN }) {
            first = Anomaly(operation: operation, phase: phase, shape: tensor.shape)
        }
    }
}

/// Runs `body` and tells which operation first made a NaN, forward or backward.
///
/// Every result is looked through, so this is for finding a mistake, not for training.
public func detectingAnomalies<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
) throws(Failure) -> (result: Result, anomaly: Anomaly?) {
    let context = EngineContext.current
    let before = context.anomalies
    let log = AnomalyLog()
    context.anomalies = log
    defer { context.anomalies = before }
    let result = try body()
    return (result, log.first)
}

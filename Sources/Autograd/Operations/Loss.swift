import Glibc
import KernelTable

/// The logarithm of the sum of exponentials, with the largest taken out first.
func logSumOfExponentials(_ x: Input, _ width: Int) -> Float {
    guard width > 0 else { return -.infinity }
    var largest = x[0]
    for i in 1..<max(width, 1) where x[i] > largest { largest = x[i] }
    var total: Float = 0
    for i in 0..<width { total += expf(x[i] - largest) }
    return largest + logf(total)
}

extension Tensor {
    /// Returns the mean cross entropy of rows of scores against the right classes.
    ///
    /// - Parameters:
    ///   - labels: one class per row.
    ///   - smoothing: the share of the target that is spread evenly over all classes; Szegedy et al.,
    ///     "Rethinking the Inception architecture" (2016), section 7.
    ///   - weights: a factor per row; the mean is over their sum.
    /// - Returns: one number.
    /// - Precondition: this tensor is `[rows, classes]`, the labels exist, the weights do not sum to 0.
    public func crossEntropy(
        _ labels: [Int], smoothing: Float = 0, weights: [Float]? = nil
    ) -> Tensor {
        precondition(
            rank == 2 && labels.count == shape[0] && (weights?.count ?? labels.count) == shape[0],
            "cross entropy: scores of shape \(shape) for \(labels.count) labels")
        let classes = shape[1]
        precondition(
            labels.allSatisfy { $0 >= 0 && $0 < classes },
            "cross entropy: a label outside 0..<\(classes)")
        let total = weights?.reduce(0, +) ?? Float(labels.count)
        let shares = (weights ?? labels.map { _ in 1 }).map { $0 / total }
        var loss: Double = 0
        for (row, label) in labels.enumerated() where shares[row] != 0 {
            let scores = input + row * classes
            let top = logSumOfExponentials(scores, classes)
            let even = smoothing / Float(classes)
            var entropy = (1 - smoothing) * (top - scores[label])
            if smoothing > 0 {
                entropy += even * (Float(classes) * top - kernels.sum(scores, classes))
            }
            loss += Double(entropy * shares[row])
        }
        let result = Tensor(Float(loss))
        guard Tensor.records(self) || isSearchingAnomalies else { return result }
        let x = Saved(self)
        return result.recorded("crossEntropy", from: [self]) { step in
            let seed = step.gradient.item
            let dx = Tensor(uninitialized: x.tensor.shape)
            kernels.softmax(x.input, dx.output, labels.count, classes, 1)
            for (row, label) in labels.enumerated() {
                let out = dx.output + row * classes
                if smoothing > 0 {
                    kernels.combineScalar(.subtract, out, smoothing / Float(classes), out, classes)
                }
                out[label] -= 1 - smoothing
                kernels.combineScalar(.multiply, out, seed * shares[row], out, classes)
            }
            step.deliver(0, dx)
        }
    }

    /// Returns the mean binary cross entropy of scores (before the logistic function) against targets
    /// from 0 to 1, in the form max(x, 0) - x t + log(1 + e^-|x|) that cannot overflow.
    /// - Precondition: the shapes are equal and not empty.
    public func binaryCrossEntropy(_ targets: Tensor) -> Tensor {
        precondition(
            shape == targets.shape && count > 0,
            "binary cross entropy: the shapes \(shape) and \(targets.shape)")
        targets.refuseRecording("binaryCrossEntropy of the targets")
        var loss = 0.0
        for i in 0..<count {
            let x = input[i]
            loss += Double(max(x, 0) - x * targets.input[i] + log1pf(expf(-abs(x))))
        }
        let result = Tensor(Float(loss / Double(count)))
        guard Tensor.records(self) || isSearchingAnomalies else { return result }
        let (x, t) = (Saved(self), Saved(targets))
        return result.recorded("binaryCrossEntropy", from: [self]) { step in
            let probabilities = x.tensor.detached().sigmoid()
            let share = step.gradient.item / Float(probabilities.count)
            step.deliver(0, (probabilities - t.tensor) * share)
        }
    }
}

#if canImport(Glibc)
import Glibc
#endif

/// A logistic regression that can be fitted at once and goes on learning answer by answer.
///
/// The weights are a Gaussian belief. Newton's method finds its mean from many answers; afterwards
/// each answer updates it as an extended Kalman filter does.
struct LogisticRegression: Sendable {
    private(set) var weights: [Double]
    /// The covariance of the belief, by rows.
    private var covariance: [Double]
    private var gain: [Double]
    private let prior: [Double]
    private let precision: [Double]

    /// Starts from the belief that the weights are `prior`, with the given standard deviations.
    init(prior: [Double], deviations: [Double]) {
        let count = prior.count
        weights = prior
        self.prior = prior
        precision = deviations.map { 1 / ($0 * $0) }
        gain = [Double](repeating: 0, count: count)
        covariance = [Double](repeating: 0, count: count * count)
        for index in 0..<count { covariance[index * count + index] = 1 / precision[index] }
    }

    func score(_ features: [Double]) -> Double {
        var score = 0.0
        for index in weights.indices { score += weights[index] * features[index] }
        return score
    }

    /// Moves the belief towards one outcome that had been given `chance`.
    mutating func learn(_ features: [Double], chance: Double, isRight: Bool) {
        let count = weights.count
        let slope = chance * (1 - chance)
        var variance = 0.0
        for row in 0..<count {
            var sum = 0.0
            let start = row * count
            for column in 0..<count { sum += covariance[start + column] * features[column] }
            gain[row] = sum
            variance += sum * features[row]
        }
        let scale = 1 / (1 + slope * variance)
        let error = (isRight ? 1 : 0) - chance
        for row in 0..<count {
            weights[row] += gain[row] * error * scale
            let factor = gain[row] * slope * scale
            let start = row * count
            for column in 0..<count { covariance[start + column] -= factor * gain[column] }
        }
    }

    /// Finds the most likely weights given the prior and many answers, by Newton's method.
    ///
    /// `features` holds the rows one after another.
    mutating func fit(_ features: [Float], _ outcomes: [Bool]) {
        let count = weights.count
        for _ in 0..<12 {
            var hessian = [Double](repeating: 0, count: count * count)
            var gradient = [Double](repeating: 0, count: count)
            for index in 0..<count {
                hessian[index * count + index] = precision[index]
                gradient[index] = precision[index] * (prior[index] - weights[index])
            }
            accumulate(features, outcomes, &hessian, &gradient)
            guard let inverse = Self.inverse(hessian, count) else { return }
            var largest = 0.0
            for row in 0..<count {
                var step = 0.0
                for column in 0..<count { step += inverse[row * count + column] * gradient[column] }
                weights[row] += step
                largest = max(largest, abs(step))
            }
            covariance = inverse
            if largest < 1e-6 { return }
        }
    }

    private func accumulate(
        _ features: [Float], _ outcomes: [Bool], _ hessian: inout [Double],
        _ gradient: inout [Double]
    ) {
        let count = weights.count
        var row = [Double](repeating: 0, count: count)
        for place in outcomes.indices {
            var score = 0.0
            for index in 0..<count {
                row[index] = Double(features[place * count + index])
                score += row[index] * weights[index]
            }
            let chance = sigmoid(score)
            let error = (outcomes[place] ? 1 : 0) - chance
            let slope = chance * (1 - chance)
            for index in 0..<count {
                gradient[index] += error * row[index]
                let weighted = slope * row[index]
                if weighted == 0 { continue }
                for other in 0...index { hessian[index * count + other] += weighted * row[other] }
            }
        }
        for index in 0..<count {
            for other in 0..<index {
                hessian[other * count + index] = hessian[index * count + other]
            }
        }
    }

    /// Inverts a symmetric positive matrix by Gauss and Jordan; nil where it is singular.
    private static func inverse(_ matrix: [Double], _ count: Int) -> [Double]? {
        var left = matrix
        var right = [Double](repeating: 0, count: count * count)
        for index in 0..<count { right[index * count + index] = 1 }
        for pivot in 0..<count {
            let value = left[pivot * count + pivot]
            guard value > 1e-12, value.isFinite else { return nil }
            for column in 0..<count {
                left[pivot * count + column] /= value
                right[pivot * count + column] /= value
            }
            for row in 0..<count where row != pivot {
                let factor = left[row * count + pivot]
                if factor == 0 { continue }
                for column in 0..<count {
                    left[row * count + column] -= factor * left[pivot * count + column]
                    right[row * count + column] -= factor * right[pivot * count + column]
                }
            }
        }
        return right
    }
}

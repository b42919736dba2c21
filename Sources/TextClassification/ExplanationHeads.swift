internal import Autograd
internal import NeuralNetwork

/// The heads that read explanations: one grades, one names the misconception.
struct ExplanationHeads: Module {
    private let hidden: Linear
    private let grade: Linear
    private let code: Linear

    init(width: Int, codes: Int, using generator: inout some RandomNumberGenerator) {
        hidden = Linear(inputs: 3 * width, outputs: width, using: &generator)
        grade = Linear(inputs: width, outputs: LabelSet.grades.count, using: &generator)
        code = Linear(inputs: width, outputs: codes, using: &generator)
    }

    var members: [Member] {
        [.module("hidden", hidden), .module("grade", grade), .module("code", code)]
    }

    /// Returns the scores for what the encoder made of the inputs, `[inputs, 3 * width]`.
    func callAsFunction(_ read: Tensor, _ pass: ForwardPass) -> (grade: Tensor, code: Tensor) {
        let seen = pass.part(103).dropout(hidden.gelu(read, form: .tanh), rate: 0.1)
        return (grade(seen), code(seen))
    }
}

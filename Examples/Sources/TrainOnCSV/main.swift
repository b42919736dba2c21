// Learns from a table of numbers whose last column is a name:  swift run TrainOnCSV points.csv
import Autograd
import Foundation
import Mathematics
import NeuralNetwork

struct Network: Module {
    let hidden, output: Linear
    var members: [Member] { [.module("hidden", hidden), .module("output", output)] }

    func callAsFunction(_ rows: Tensor) -> Tensor { output(hidden(rows).tanh()) }
}

let path = CommandLine.arguments.dropFirst().first ?? "points.csv"
let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
let table = lines.map { $0.split(separator: ",") }
let names = Set(table.compactMap(\.last)).sorted()
let columns = (table.first?.count ?? 1) - 1
let numbers = table.flatMap { $0.dropLast().compactMap { Float($0) } }
let rows = Tensor(numbers, shape: [table.count, columns])
let labels = table.compactMap { row in names.firstIndex { $0 == row.last } }
let learned = table.count * 4 / 5  // The last fifth is never trained on.

var generator = SplitMix64(seed: 1)
let network = Network(
    hidden: Linear(inputs: columns, outputs: 16, using: &generator),
    output: Linear(inputs: 16, outputs: names.count, using: &generator))
let optimizer = AdamW(ParameterStorage(network.parameters.map(\.tensor)), rate: 0.02)
for _ in 0..<400 {
    network(rows.sliced(0..<learned, axis: 0)).crossEntropy(Array(labels[..<learned])).backward()
    optimizer.step()
}
let guesses = withoutGradient { network(rows.sliced(learned..<table.count, axis: 0)) }.values
let right = (0..<table.count - learned).count { row in
    let scores = guesses[row * names.count..<(row + 1) * names.count]
    return scores.max() == scores[scores.startIndex + labels[learned + row]]
}
print("\(right) of \(table.count - learned) new rows right")

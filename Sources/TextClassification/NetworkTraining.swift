internal import Autograd
internal import NeuralNetwork

/// One training of the Transformer.
///
/// Everything random is drawn from a stream named by its epoch, so a run that was interrupted and
/// goes on after an epoch gives the same result as one that was not.
struct NetworkTraining<Generator: RandomNumberGenerator> {
    private let plan: TrainingPlan
    private let network: TextNetwork
    private let storage: ParameterStorage
    private let optimizer: AdamW
    private let pool: ShardPool
    private let rows: [NetworkRow]
    private let heldOut: [NetworkRow]
    /// What the linear baseline says about the held-out rows.
    private let partners: [HeadOpinions]
    private let wordDropout: Float
    private let generator: (String) -> Generator
    private var epoch = 0
    private var epochsWithoutGain = 0
    private var bestScore = -Double.infinity
    private var best: Checkpoint

    init(
        model: ClassifierModel, plan: TrainingPlan, training: [LabeledExample],
        heldOut: [LabeledExample], start: TransformerWeights?,
        generator: @escaping (String) -> Generator
    ) {
        self.plan = plan
        self.generator = generator
        var weights = generator("weights")
        network =
            start.flatMap { TextNetwork(model: model, weights: $0) }
            ?? TextNetwork(
                model.configuration, vocabulary: model.vocabulary.words.count,
                leaves: model.labels.leaves.count, operations: model.labels.operations.count,
                codes: model.readsExplanations ? model.labels.codes.count : 0, using: &weights)
        storage = ParameterStorage(
            network.parameters.map(\.tensor), shards: plan.shards, sparse: network.sparseTables)
        optimizer = AdamW(
            storage, rate: plan.rate, decays: (0.9, 0.98), weightDecay: 0.05,
            decaying: { $0.rank > 1 })
        pool = ShardPool(shardCount: plan.shards)
        rows = training.map { NetworkRow($0, model: model) }
        self.heldOut = heldOut.map { NetworkRow($0, model: model) }
        partners = heldOut.map { HeadOpinions($0.input, model: model) }
        wordDropout = model.configuration.wordDropout
        best = Checkpoint(network)
    }

    /// Trains until the plan ends, nothing gets better, or the observer says so.
    mutating func run(
        save: (TrainingState) -> Void, observe: (TrainingEvent) -> TrainingControl
    ) throws(TrainingError) -> TransformerWeights {
        let stepsPerEpoch = (rows.count + plan.batchSize - 1) / plan.batchSize
        let schedule = Schedule(
            peak: plan.rate, last: plan.rate * 0.02, warmUpSteps: stepsPerEpoch / 2,
            totalSteps: stepsPerEpoch * plan.epochs)
        while epoch < plan.epochs, epochsWithoutGain < plan.patience {
            guard let loss = try pass(schedule, stepsPerEpoch, observe) else { break }
            epoch += 1
            let result = measure()
            if result.score > bestScore {
                bestScore = result.score
                epochsWithoutGain = 0
                best = Checkpoint(network)
            } else {
                epochsWithoutGain += 1
            }
            save(state())
            let event = TrainingEvent.epoch(
                number: epoch, epochs: plan.epochs, loss: loss, leafAccuracy: result.leaf,
                operationAccuracy: result.operation)
            switch observe(event) {
            case .proceed: continue
            case .cancel: throw .cancelled
            case .finish: return TransformerWeights(best)
            }
        }
        return TransformerWeights(best)
    }

    /// One pass over the rows; returns the mean loss, or nil where the observer wants to finish.
    private mutating func pass(
        _ schedule: Schedule, _ stepsPerEpoch: Int, _ observe: (TrainingEvent) -> TrainingControl
    ) throws(TrainingError) -> Float? {
        var random = generator("epoch \(epoch)")
        let batches = LengthBuckets.batches(
            lengths: rows.map(\.count), size: plan.batchSize, using: &random)
        var total: Double = 0
        var badSteps = 0
        for (position, batch) in batches.enumerated() {
            let step = epoch * stepsPerEpoch + position
            let rate = schedule.rate(at: step)
            let (loss, norm) = learn(batch, step: step, rate: rate, using: &random)
            if loss.isFinite {
                total += Double(loss)
            } else {
                badSteps += 1
                guard badSteps < 4 else { throw .diverged(step: step) }
            }
            let event = TrainingEvent.step(
                epoch: epoch + 1, step: position + 1, stepsPerEpoch: batches.count, loss: loss,
                rows: batch.count, rate: rate, gradientNorm: norm)
            switch observe(event) {
            case .proceed: continue
            case .cancel: throw .cancelled
            case .finish:
                if bestScore == -.infinity { best = Checkpoint(network) }
                return nil
            }
        }
        return Float(total / Double(max(batches.count - badSteps, 1)))
    }

    /// One step; a loss that is not a number changes nothing.
    private func learn(
        _ batch: [Int], step: Int, rate: Float, using random: inout Generator
    ) -> (loss: Float, gradientNorm: Float) {
        let seed = random.next()
        let inputs = batch.map { rows[$0].input.hidingWords(share: wordDropout, using: &random) }
        var losses = [Float](repeating: 0, count: plan.shards)
        losses.withUnsafeMutableBufferPointer { losses in
            let slots = losses
            pool.run { shard in
                let range =
                    (batch.count * shard / plan.shards)..<(batch.count * (shard + 1) / plan.shards)
                guard !range.isEmpty else { return }
                let part = loss(
                    Array(inputs[range]), range.map { rows[batch[$0]] },
                    .training(seed: seed &+ UInt64(shard)))
                let share = part * (Float(range.count) / Float(batch.count))
                share.backward()
                slots[shard] = share.item
            }
        }
        let total = losses.reduce(0, +)
        guard total.isFinite else {
            storage.clearGradients()
            return (total, 0)
        }
        optimizer.rate = rate
        return (total, optimizer.step(greatestNorm: 1, pool: pool))
    }

    private func loss(
        _ inputs: [IndexedInput], _ rows: [NetworkRow], _ pass: ForwardPass
    ) -> Tensor {
        let scores = network(inputs, pass)
        let leafWeights = rows.map { $0.leaf == nil ? 0 : $0.weight }
        let operationWeights = rows.map { $0.operation == nil ? 0 : $0.weight }
        var parts: [Tensor] = []
        if leafWeights.contains(where: { $0 > 0 }) {
            parts.append(
                scores.leaf.crossEntropy(
                    rows.map { $0.leaf ?? 0 }, smoothing: plan.smoothing, weights: leafWeights))
        }
        if operationWeights.contains(where: { $0 > 0 }) {
            parts.append(
                scores.operation.crossEntropy(
                    rows.map { $0.operation ?? 0 }, smoothing: plan.smoothing,
                    weights: operationWeights))
        }
        if let grade = scores.grade, let code = scores.code {
            parts += explanationLosses(grade: grade, code: code, rows)
        }
        guard let first = parts.first else { return (scores.leaf * 0).sum() }
        return parts.dropFirst().reduce(first, +)
    }

    private func explanationLosses(
        grade: Tensor, code: Tensor, _ rows: [NetworkRow]
    ) -> [Tensor] {
        [(grade, \NetworkRow.grade), (code, \NetworkRow.code)].compactMap { scores, label in
            let weights = rows.map { $0[keyPath: label] == nil ? 0 : $0.weight }
            guard weights.contains(where: { $0 > 0 }) else { return nil }
            return scores.crossEntropy(
                rows.map { $0[keyPath: label] ?? 0 }, smoothing: plan.smoothing,
                weights: weights)
        }
    }

    /// How well the network does on held-out templates; the score rewards being right and sure.
    private func measure() -> (leaf: Double, operation: Double, score: Double) {
        var leaf = HeadTally()
        var operation = HeadTally()
        var grade = HeadTally()
        withoutGradient {
            for start in stride(from: 0, to: heldOut.count, by: 64) {
                let part = Array(heldOut[start..<min(start + 64, heldOut.count)])
                let scores = network(part.map(\.input), .inference)
                let partners = partners[start..<min(start + 64, heldOut.count)]
                leaf.add(scores.leaf, labels: part.map(\.leaf), partners: partners.map(\.leaf))
                operation.add(
                    scores.operation, labels: part.map(\.operation),
                    partners: partners.map(\.operation))
                if let grades = scores.grade { grade.add(grades, labels: part.map(\.grade)) }
            }
        }
        // Being right decides, being sure only breaks ties: temperatures are fitted afterwards.
        let sureness = -0.01 * (leaf.meanLoss + operation.meanLoss + grade.meanLoss)
        return (
            leaf.accuracyWithPartner, operation.accuracyWithPartner,
            leaf.accuracy + operation.accuracy + grade.accuracy + sureness
        )
    }
}

extension NetworkTraining {
    /// The state after the last whole epoch.
    private func state() -> TrainingState {
        var entries = Checkpoint(network).entries.map {
            Checkpoint.Entry(name: "now." + $0.name, shape: $0.shape, values: $0.values)
        }
        entries += best.entries.map {
            Checkpoint.Entry(name: "best." + $0.name, shape: $0.shape, values: $0.values)
        }
        entries += optimizer.state.map {
            Checkpoint.Entry(
                name: "optimizer." + $0.name, shape: Array($0.values.shape),
                values: $0.values.values)
        }
        return TrainingState(
            checkpoint: Checkpoint(
                entries: entries,
                metadata: [
                    "epoch": "\(epoch)", "steps": "\(optimizer.stepCount)",
                    "idle": "\(epochsWithoutGain)", "score": "\(bestScore.bitPattern)",
                ]))
    }

    /// Goes on from a state of the same training; one that does not fit is ignored.
    mutating func restore(_ saved: TrainingState) {
        let notes = saved.checkpoint.metadata
        guard let steps = notes["steps"].flatMap({ Int($0) }),
            let idle = notes["idle"].flatMap({ Int($0) }),
            let score = notes["score"].flatMap({ UInt64($0) })
        else { return }
        func part(_ prefix: String) -> Checkpoint {
            Checkpoint(
                entries: saved.checkpoint.entries.filter { $0.name.hasPrefix(prefix) }.map {
                    Checkpoint.Entry(
                        name: String($0.name.dropFirst(prefix.count)), shape: $0.shape,
                        values: $0.values)
                })
        }
        let moments = part("optimizer.").entries
        let fits = optimizer.state.allSatisfy { moment in
            moments.contains { $0.name == moment.name && $0.values.count == moment.values.count }
        }
        do {
            guard fits else { return }
            try part("now.").load(into: network)
        } catch {
            return
        }
        for moment in optimizer.state {
            guard let found = moments.first(where: { $0.name == moment.name }) else { continue }
            moment.values.update { _ = $0.update(from: found.values) }
        }
        optimizer.resume(stepCount: steps)
        best = part("best.")
        bestScore = Double(bitPattern: score)
        epochsWithoutGain = idle
        epoch = saved.epoch
    }
}

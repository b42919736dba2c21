/// Compares ways of choosing problems on simulated learners.
public struct Simulation: Sendable {
    /// How many learners take part.
    public var learners: Int
    /// How many problems each is posed.
    public var problems: Int
    /// The randomness; equal seeds give equal reports.
    public var seed: UInt64

    /// Creates a simulation.
    ///
    /// - Precondition: at least one learner and one problem.
    public init(learners: Int, problems: Int, seed: UInt64) {
        precondition(learners > 0 && problems > 0, "\(learners) learners, \(problems) problems")
        self.learners = learners
        self.problems = problems
        self.seed = seed
    }

    /// Runs all learners under `policy` in `world`; `progress` hears how many are done.
    public func run(
        _ policy: SimulationPolicy, in world: SimulationWorld, progress: (Int) -> Void = { _ in }
    ) -> SimulationReport {
        report(policy, in: world, practice: nil, model: nil, progress: progress)
    }

    package func report(
        _ policy: SimulationPolicy, in world: SimulationWorld, practice: PracticePolicy?,
        model: ChanceModel?, progress: (Int) -> Void = { _ in }
    ) -> SimulationReport {
        let course = SimulatedCourse(
            world: world, policy: policy, practice: practice,
            model: model ?? (policy == .recommended ? .plain : .standard),
            subject: SimulatedSubject(seed: seed), problems: problems, seed: seed)
        var records: [SimulatedRecord] = []
        for number in 0..<learners {
            // Rebuilding doubles the work, so that one learner in ten stands for the others.
            records.append(course.record(of: number, checksReplay: number % 10 == 0))
            progress(number + 1)
        }
        return SimulationReport(policy, world, problems: problems, records: records, seed: seed)
    }
}

import LearnerModel
import Testing

private func value(_ name: String, _ report: SimulationReport) -> Double {
    report.figures.first { $0.name == name }?.figure.value ?? .nan
}

@Suite struct SimulationTests {
    @Test("equal seeds give equal reports", arguments: SimulationPolicy.allCases)
    func determinism(policy: SimulationPolicy) {
        let simulation = Simulation(learners: 2, problems: 60, seed: 3)

        #expect(simulation.run(policy, in: .flat) == simulation.run(policy, in: .flat))
    }

    @Test("every figure is a number inside its interval", arguments: SimulationWorld.allCases)
    func figures(world: SimulationWorld) {
        let report = Simulation(learners: 6, problems: 80, seed: 1).run(.adaptive, in: world)

        #expect(report.figures.count == 10)
        for (name, figure) in report.figures {
            #expect(figure.value.isFinite, "\(name)")
            #expect(figure.low <= figure.high, "\(name)")
        }
        #expect(value("equalReplays", report) == 1)
    }

    @Test(
        "the tutor's policy teaches more than chance", arguments: [SimulationWorld.flat, .peak85])
    func teaching(world: SimulationWorld) {
        let simulation = Simulation(learners: 8, problems: 300, seed: 5)

        let adaptive = simulation.run(.adaptive, in: world)
        let random = simulation.run(.random, in: world)

        #expect(value("masteredAtEnd", adaptive) > value("masteredAtEnd", random))
    }

    @Test func `seeing the truth teaches most`() {
        let simulation = Simulation(learners: 6, problems: 300, seed: 5)

        let oracle = simulation.run(.oracle, in: .flat)
        let adaptive = simulation.run(.adaptive, in: .flat)

        #expect(value("masteredAtEnd", oracle) > value("masteredAtEnd", adaptive))
    }
}

import Testing

@testable import Retraining

@Suite struct DisputeTests {
    @Test(
        "a model gives way to its parent when it is contradicted much more",
        arguments: [
            (100, 20, 100, 5, true), (100, 8, 100, 5, false), (100, 10, 100, 10, false),
            (19, 19, 100, 0, false), (20, 12, 100, 4, true), (100, 4, 100, 0, false),
            (40, 20, 0, 0, false), (100, 40, 10, 0, true),
        ])
    func givingWay(readings: Int, disputes: Int, before: Int, old: Int, gives: Bool) {
        let answer = DisputeWatch().mustGiveWay(
            DisputeWatch.Tally(readings: readings, disputes: disputes),
            to: DisputeWatch.Tally(readings: before, disputes: old))

        #expect(answer == gives)
    }
}

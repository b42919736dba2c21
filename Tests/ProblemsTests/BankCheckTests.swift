import Foundation
import Problems
import TestSupport
import Testing

@Suite struct BankCheckTests {
    @Test func `the bank that ships passes its own check`() throws {
        let bank = try shippedBank()
        let isSoak = ProcessInfo.processInfo.environment["MATHTUTOR_SOAK"] == "1"

        let faults = BankCheck(bank: bank).faults(
            templates: bank.templates, draws: isSoak ? BankCheck.thoroughDraws : 3)

        #expect(faults == [])
        #expect(BankCheck.strayFiles(dataDirectory: dataDirectory) == [])
    }
}

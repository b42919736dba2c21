import Foundation
import Mathematics
import Testing

@testable import TutorApp

@Suite struct AutogradCommandTests {
    @Test func `the explanation holds value, gradient and second derivative`() throws {
        let explanation = try DerivativeExplanation("x^2*sin(x)", [VariableValue("x=2")])

        #expect(abs(explanation.value - 4 * sin(2)) < 1e-12)
        #expect(abs(explanation.first[0] - (4 * sin(2) + 4 * cos(2))) < 1e-12)
        #expect(abs(explanation.second[0][0] - (-2 * sin(2) + 8 * cos(2))) < 1e-12)
    }

    @Test func `its JSON can be read and numbers that do not exist are null`() throws {
        let explanation = try DerivativeExplanation(
            "ln(x) y", [VariableValue("x=-1"), VariableValue("y=1/2")])

        let object = try #require(
            JSONSerialization.jsonObject(with: Data(explanation.json.utf8)) as? [String: Any])

        #expect(object["value"] is NSNull)
        #expect((object["variables"] as? [String: Double])?["y"] == 0.5)
        #expect((object["nodes"] as? [Any])?.count == 4)
    }

    @Test func `the text shows steps forward and backward in both languages`() throws {
        let explanation = try DerivativeExplanation("3x + 1", [VariableValue("x=2")])

        #expect(explanation.text(.english).contains("d/dx = 3"))
        #expect(explanation.text(.english).contains("to v1: 1 × 3 = 3"))
        #expect(explanation.text(.korean).contains("v1에게 1 × 3 = 3"))
    }

    @Test(
        "values that are none are refused",
        arguments: ["x", "x=", "=2", "x=a", "2=3", "sin=1", "x=1/0"])
    func badValues(_ text: String) {
        #expect(throws: Failure.self) { try VariableValue(text) }
    }
}

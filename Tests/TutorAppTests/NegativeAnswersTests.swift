import Testing

@testable import TutorApp

@Suite struct NegativeAnswersTests {
    @Test(
        arguments: [
            (["check", "42", "-42", "--json"], ["check", "--json", "--", "42", "-42"]),
            (["autograd", "-x^2", "x=-3"], ["autograd", "--", "-x^2", "x=-3"]),
            (
                ["check", "--spec", "t=num", "-1", "1"],
                ["check", "--spec", "t=num", "--", "-1", "1"]
            ),
        ])
    func `a minus sign before mathematics is no option`(typed: [String], expected: [String]) {
        #expect(NegativeAnswers.separated(typed) == expected)
    }

    @Test(arguments: [["check", "--", "1", "-1"], ["check", "-h"], ["train", "--seed", "-1"]])
    func `other arguments stay as they are`(typed: [String]) {
        #expect(NegativeAnswers.separated(typed) == typed)
    }
}

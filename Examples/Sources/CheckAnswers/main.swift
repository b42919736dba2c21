// Checks answers exactly:  swift run CheckAnswers
import Mathematics

let key = try AnswerKey(
    expected: "3/4", specification: try AnswerSpecification(parsing: "t=frac;simp=req"))
for answer in ["3/4", "0.75", "6/8", "three quarters", "1/4", "abc"] {
    let verdict = AnswerChecker.check(answer, against: key, language: .english)
    print("\(answer): \(verdict.verdictClass.rawValue). \(verdict.message)")
}

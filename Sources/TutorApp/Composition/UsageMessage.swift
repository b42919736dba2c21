import ArgumentParser
import Mathematics

/// Says what is wrong with the arguments in the language in force.
enum UsageMessage {
    /// The complaint and where to look, as lines for standard error.
    static func text(for error: any Error, command: String?, in language: Language) -> String {
        let complaint = MathTutor.message(for: error)
        let help = command.map { "mathtutor \($0) --help" } ?? "mathtutor --help"
        switch language {
        case .english:
            let isWhole = complaint.hasSuffix(".") || complaint.hasSuffix("?")
            let sentence = isWhole ? complaint : complaint + "."
            return "mathtutor: \(sentence)\nTry:  \(help)"
        case .korean:
            return "mathtutor: \(korean(complaint))\n이렇게 해 보세요:  \(help)"
        }
    }

    /// The parser's sentences begin in few ways; the quoted names stay as they are.
    private static func korean(_ complaint: String) -> String {
        let beginnings: [(String, String)] = [
            ("Unknown option ", "모르는 옵션이에요: "),
            ("Missing expected argument ", "꼭 있어야 하는 값이 없어요: "),
            ("Missing value for ", "옵션 뒤에 값이 없어요: "),
            ("Missing one of: ", "이 가운데 하나가 있어야 해요: "),
            ("Unexpected argument ", "쓰이지 않는 값이 있어요: "),
            ("Invalid option: ", "옵션의 모양이 아니에요: "),
            ("The value ", "이 값은 쓸 수 없어요: "),
        ]
        for (english, korean) in beginnings where complaint.hasPrefix(english) {
            let rest = complaint.dropFirst(english.count)
            let quoted = rest.split(separator: "\n").first.map(String.init) ?? ""
            return korean + koreanAdvice(quoted)
        }
        return range(complaint) ?? "이렇게는 쓸 수 없어요: " + complaint
    }

    /// `--count is a number from 0 to 9.` in Korean; nil for anything else.
    private static func range(_ complaint: String) -> String? {
        let pattern = /(--[a-z-]+) is a (?:whole )?number from (\d+) to (\d+)\./
        guard let found = complaint.wholeMatch(of: pattern)?.output else { return nil }
        return "\(found.1)에는 \(found.2)부터 \(found.3)까지의 수를 써 주세요."
    }

    /// The parser's advice behind the quoted names.
    private static func koreanAdvice(_ text: String) -> String {
        var result = text.replacing(" is invalid for ", with: " → ")
            .replacing(". Please provide one of ", with: ". 쓸 수 있는 값: ")
            .replacing("' and '", with: "', '").replacing("' or '", with: "', '")
        if result.contains(". Did you mean ") {
            result = result.replacing(". Did you mean ", with: ". 혹시 ")
            result = result.hasSuffix("?") ? result.dropLast() + " 아닌가요?" : result
        }
        return result
    }
}

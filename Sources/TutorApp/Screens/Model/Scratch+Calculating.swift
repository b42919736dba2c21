import Mathematics
import TerminalUI

extension Scratch {
    /// Calculates the line and puts the result below it; an empty line goes back to the answer.
    ///
    /// A line with a mistake stays to be mended; what is wrong and where is returned.
    mutating func calculate(in language: Language) -> String? {
        let text = line.text
        guard text.contains(where: { $0 != " " }) else {
            isOpen = false
            return nil
        }
        do {
            let result = try CalculatorLine.evaluate(text, language: language)
            lines.append("\(text) = \(result.exact)")
            line.replace(with: "")
            return nil
        } catch {
            return error.located(in: text, language)
        }
    }
}

extension CalculatorLine.Mistake {
    /// What is wrong, with the piece of `line` where it is.
    func located(in line: String, _ language: Language) -> String {
        guard let column, column < line.count else { return message(in: language) }
        let place = line.dropFirst(column).prefix(8)
        return language == .korean
            ? "‘\(place)’ 자리: \(message(in: language))"
            : "At “\(place)”: \(message(in: language))"
    }
}

import TerminalUI

extension Scratch {
    /// Calculates the line and puts the result below it; an empty line goes back to the answer.
    mutating func calculate() {
        let text = line.text
        guard text.contains(where: { $0 != " " }) else {
            isOpen = false
            return
        }
        lines.append("\(text) = \(Calculator.evaluate(text) ?? "?")")
        line.replace(with: "")
    }
}

import TerminalUI

extension ScreenDrawing {
    /// A learner's own problem on its way into practice.
    var spokenOwn: [String] {
        let own = model.own
        switch own.stage {
        case .typing: return spokenTyping(own)
        case .kinds: return spokenKinds(own)
        case .solving: return spokenSolving(own)
        case .preview: return spokenPreview(own)
        case .kept:
            if own.deleting != nil {
                return [say("Take this problem out of practice?", "이 문제를 연습에서 뺄까요?")]
            }
            return rows(own.kept ?? []) { "\(model.name(of: $0.skill)): \($0.text)" }
        }
    }

    private func spokenTyping(_ own: OwnProblemState) -> [String] {
        var lines = [
            say("Type a word problem in one line.", "문장제를 한 줄로 써 주세요.")
        ]
        if !own.text.text.isEmpty {
            lines.append(
                say("So far: ", "지금까지 쓴 글: ") + own.text.text)
        } else if let kept = own.kept, !kept.isEmpty {
            lines.append(
                say(
                    "Your own problems in practice: \(kept.count); Enter lists them.",
                    "연습에 넣은 내 문제가 \(kept.count)개 있어요. Enter를 누르면 볼 수 있어요."))
        }
        return lines
    }

    private func spokenKinds(_ own: OwnProblemState) -> [String] {
        guard let reading = own.reading else { return [] }
        let ranked = reading.top.enumerated().map { index, kind in
            "\(index + 1) \(model.name(of: kind.skill)), \(say.percent(kind.probability))"
        }
        var lines = [
            reading.isUnsure
                ? say("Kind: not sure. ", "유형: 잘 모르겠어요. ") : say("Kind: ", "유형: ")
        ]
        lines[0] += ranked.joined(separator: "; ") + "."
        if !reading.numbers.isEmpty {
            lines.append(
                say("Numbers found: ", "찾은 수: ") + reading.numbers.joined(separator: ", ") + ".")
        }
        let words = mattering(reading.words).map(\.text)
        if !words.isEmpty {
            lines.append(
                say("Words that mattered: ", "중요하게 본 말: ") + words.joined(separator: ", ") + ".")
        }
        if !reading.similar.isEmpty {
            lines.append(say("Like this one: ", "비슷한 문제: ") + reading.similar)
        }
        lines.append(
            say("Which kind is it? Type its number.", "어떤 유형인가요? 번호를 써 주세요."))
        return lines
    }

    private func spokenSolving(_ own: OwnProblemState) -> [String] {
        var lines: [String] = []
        if let fault = own.fault { lines.append(say(fault.english, fault.korean)) }
        lines.append(
            say("How is it solved? Type the calculation.", "어떻게 풀까요? 식을 써 주세요."))
        let numbers = own.reading?.numbers ?? []
        if !numbers.isEmpty {
            let list = numbers.prefix(12).joined(separator: ", ")
            lines.append(
                say(
                    "Use the numbers of the text: \(list). For example (24 - 9) / 3.",
                    "글에 나온 수를 써요: \(list). 보기: (24 - 9) / 3."))
        }
        if !own.expression.text.isEmpty {
            lines.append(
                say(
                    "Enter alone takes \(own.expression.text).",
                    "Enter만 누르면 이 식을 써요: \(own.expression.text)."))
        }
        return lines
    }

    private func spokenPreview(_ own: OwnProblemState) -> [String] {
        guard let variation = own.variation else { return [] }
        let numbers = variation.numbers.prefix(9).enumerated().map { index, number in
            "\(index + 1) \(numberState(number, own.pinned))"
        }
        var lines = [
            say("Numbers: ", "수: ") + numbers.joined(separator: "; ") + "."
        ]
        if let note = unusedSentence(variation) { lines.append(note) }
        if let fault = own.fault {
            return lines + [say(fault.english, fault.korean)]
        }
        lines += variation.examples.enumerated().map { index, example in
            let end = example.answer.hasSuffix(".") ? "" : "."
            return say("Example", "보기") + " \(index + 1): \(example.text) "
                + say("Answer: ", "답: ") + example.answer + end
        }
        return lines
    }
}

public import Mathematics

extension Problem {
    /// Why the key of a problem cannot be used.
    public enum KeyError: Error, Hashable, Sendable {
        /// The specification cannot be read.
        case specification(String)
        /// The answer or a mistake cannot be read.
        case key(AnswerKeyError)
    }

    /// Returns the key that answers to this problem are checked against: the answer, the mistakes
    /// and the values on the way.
    ///
    /// - Throws: `KeyError` where the answer does not fit its specification.
    public func answerKey() throws(KeyError) -> AnswerKey {
        let specification: AnswerSpecification
        do {
            specification = try AnswerSpecification(parsing: answer.specification)
        } catch {
            throw .specification("\(error)")
        }
        do {
            return try AnswerKey(
                expected: answer.text, specification: specification,
                listedMistakes: wrong.map {
                    AnswerKey.ListedMistake(
                        code: $0.code, value: $0.unit == nil ? $0.value : $0.text)
                },
                intermediateValues: steps.dropLast().map {
                    AnswerKey.IntermediateValue(value: $0.value, meaning: $0.text)
                },
                otherNouns: otherNouns)
        } catch {
            throw .key(error)
        }
    }
}

internal import Mathematics
internal import Yams

/// People, things, choices and sentences.
extension TemplateParser {
    mutating func people() throws(BankFault) -> [ProblemTemplate.PersonSlot] {
        var slots: [ProblemTemplate.PersonSlot] = []
        for (name, keyNode, value) in field("people")?.pairs ?? [] {
            guard let slot = value.text.flatMap(ProblemTemplate.PersonSlot.init(rawValue:)) else {
                throw fault(
                    value, "“\(value.text ?? "")” is not a kind of person.",
                    fix: "Write any, girl or boy.")
            }
            try checkUnused(name, at: keyNode)
            names.people[name] = slots.count
            slots.append(slot)
        }
        return slots
    }

    /// `things: {thing: fruit}`: a class, a noun or a list of both.
    mutating func things() throws(BankFault) -> [ProblemTemplate.ThingSlot] {
        var slots: [ProblemTemplate.ThingSlot] = []
        for (name, keyNode, value) in field("things")?.pairs ?? [] {
            var nouns: [Noun] = []
            for item in value.items {
                let id = item.text ?? ""
                guard let members = words.classes[id] ?? words.nouns[id].map({ [$0] }) else {
                    throw fault(
                        item, "“\(id)” is neither a class nor a noun of words/nouns.yaml.",
                        fix: "Use one that is there, or add it.")
                }
                nouns += members.filter { !nouns.contains($0) }
            }
            try checkUnused(name, at: keyNode)
            // Two things of one story are never the same.
            let rivals = slots.indices.filter { index in
                slots[index].nouns.contains { nouns.contains($0) }
            }
            names.things[name] = slots.count
            slots.append(ProblemTemplate.ThingSlot(nouns: nouns, differentFrom: rivals))
            if rivals.count >= nouns.count {
                throw fault(value, "There are too few things for “\(name)”.", fix: "Add nouns.")
            }
        }
        return slots
    }

    mutating func choices() throws(BankFault) -> [[ProblemTemplate.Choice]] {
        var result: [[ProblemTemplate.Choice]] = []
        for (name, keyNode, value) in field("choose")?.pairs ?? [] {
            var list: [ProblemTemplate.Choice] = []
            for item in value.items { list.append(try choice(item)) }
            try checkUnused(name, at: keyNode)
            var forms: [Language: Set<String>] = [:]
            for language in Language.allCases {
                forms[language] = list.first.map { Set($0.forms[language, default: [:]].keys) }
                for (choice, item) in zip(list, value.items)
                where Set(choice.forms[language, default: [:]].keys) != forms[language] {
                    throw fault(
                        item, "The possibilities of “\(name)” have different forms.",
                        fix: "Give every one the same keys.")
                }
            }
            names.choices[name] = (result.count, forms)
            result.append(list)
        }
        return result
    }

    private func choice(_ node: Node) throws(BankFault) -> ProblemTemplate.Choice {
        var forms: [Language: [String: [TextPattern.Piece]]] = [:]
        for (key, keyNode, value) in node.pairs {
            let parts = key.split(separator: ".").map(String.init)
            guard let language = parts.first.flatMap(Language.init(rawValue:)), parts.count <= 2
            else {
                throw fault(
                    keyNode, "“\(key)” is no form of a choice.",
                    fix: "Use en, ko or en.NAME, ko.NAME.")
            }
            let form = parts.count == 2 ? parts[1] : ""
            forms[language, default: [:]][form] = try pattern(value, language).pieces
        }
        guard forms.count == 2 else {
            throw fault(node, "A choice needs both languages.", fix: "Write {en: …, ko: …}.")
        }
        return ProblemTemplate.Choice(forms: forms)
    }

    /// The ways to tell the story in one language: one mapping, or a list of them.
    func forms(_ language: Language) throws(BankFault) -> [ProblemTemplate.StoryForm] {
        let root = try required(
            language.rawValue, fix: "Write “\(language.rawValue):” with “story” and “question”.")
        var forms: [ProblemTemplate.StoryForm] = []
        for item in root.items { forms.append(try form(item, language)) }
        return forms
    }

    private func form(
        _ node: Node, _ language: Language
    ) throws(BankFault) -> ProblemTemplate.StoryForm {
        for (key, keyNode, _) in node.pairs where !["story", "question"].contains(key) {
            throw fault(keyNode, "A story has no “\(key)”.", fix: "Use “story” and “question”.")
        }
        guard let story = node.child("story") else {
            throw fault(node, "“story” is missing.", fix: "Write a list of sentences under it.")
        }
        var items: [ProblemTemplate.StoryForm.Item] = []
        for item in story.items {
            if item.isSequence {
                var patterns: [TextPattern] = []
                for sentence in item.items { patterns.append(try pattern(sentence, language)) }
                items.append(.anyOrder(patterns))
            } else {
                items.append(.sentence(try pattern(item, language)))
            }
        }
        var questions: [TextPattern] = []
        for item in node.child("question")?.items ?? [] {
            questions.append(try pattern(item, language))
        }
        return ProblemTemplate.StoryForm(items: items, questions: questions)
    }

    mutating func distractors() throws(BankFault) -> [ProblemTemplate.Distractor] {
        var result: [ProblemTemplate.Distractor] = []
        for item in field("distractors")?.items ?? [] {
            let outerNames = names
            let givens = try givens(in: item.child("given"))
            let text = try localized(item)
            result.append(
                ProblemTemplate.Distractor(
                    givens: givens, text: text,
                    after: item.child("after")?.text.flatMap { Int($0) },
                    wrong: try wrongRules(in: item.child("wrong")),
                    shown: shown(in: [text.english]).filter { index in
                        givens.contains { $0.index == index }
                    }))
            names = outerNames
        }
        return result
    }
}

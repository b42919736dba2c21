/// Records that are not answers, as lines of JSON with a `kind`.
enum OtherLine {
    static func text(of learner: Learner) -> String {
        var line = JSONText()
        line.add("kind", "learner")
        line.add("id", learner.id)
        line.add("name", learner.name)
        line.add("created", Timestamp(learner.created).iso8601)
        return line.object
    }

    static func setting(learner: String, key: String, value: String) -> String {
        var line = JSONText()
        line.add("kind", "setting")
        line.add("learner", learner)
        line.add("key", key)
        line.add("value", value)
        return line.object
    }

    static func text(of label: Label) -> String {
        var line = JSONText()
        line.add("kind", "label")
        line.add("id", label.id)
        line.add("time", Timestamp(label.time).iso8601)
        line.add("learner", label.learner)
        line.add("task", label.task)
        line.add("text", label.text)
        line.add("label", label.label)
        line.add("source", label.source)
        return line.object
    }

    static func text(of note: ModelNote) -> String {
        var line = JSONText()
        line.add("kind", "modelNote")
        line.add("id", note.id)
        line.add("time", Timestamp(note.time).iso8601)
        line.add("model", note.model)
        line.add("event", note.event)
        line.add("detail", note.detail)
        return line.object
    }
}

import TerminalUI

extension KeyTables {
    /// The keys of the list of what a model learned from.
    var learned: [KeyBinding<Command>] {
        moving + paging + [
            key(
                [.character("x")], .takeBack, "x", say("take back", "되돌리기"),
                say(
                    "what this learner said no longer counts, or counts again",
                    "이 사람이 알려 준 것을 빼거나 다시 넣어요")),
            key([.character("l")], .learned, "", "", ""), back(say("back", "뒤로")),
        ]
    }
}

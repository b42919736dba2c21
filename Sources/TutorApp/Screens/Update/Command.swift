/// What a key asks for; the key tables say which key asks for what on which screen.
enum Command: Sendable, Hashable {
    case up, down, left, right, pageUp, pageDown, first, last
    case enter, back, choose(Int)
    case nextTab, previousTab
    case help, quit(Int32), switchLanguage, suspend, redraw
    case wish(SkillWish)
    case hint, skip, scratch, explain, why, rate(Bool)
    case newNumbers, anotherStory
    case pauseTraining, stopTraining, otherModel, throwAway, learned, takeBack
    case simpleLines, delete, confirm, new, clear
}

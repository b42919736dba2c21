/// Short advice for the start screen, one a day.
enum Tips {
    struct Tip: Sendable {
        let english: String
        let korean: String
    }

    static let all = [
        Tip(
            english:
                "“In all” often means add, but not always. Draw it first: Tab shows a picture.",
            korean: "“모두”가 나와도 늘 덧셈은 아니에요. 먼저 그려 봐요. Tab을 누르면 그림이 나와요."),
        Tip(
            english: "Say in your own words what is asked before you calculate.",
            korean: "계산하기 전에 무엇을 묻는지 내 말로 말해 봐요."),
        Tip(
            english: "Answers may be fractions, decimals or with a unit: 3/4, 0.75, 12 cm.",
            korean: "답은 분수, 소수, 단위로 써도 돼요: 3/4, 0.75, 12 cm."),
        Tip(
            english: "A wrong answer is worth reading: it shows the step to look at again.",
            korean: "틀린 답도 읽어 볼 만해요. 다시 볼 단계를 알려 줘요."),
        Tip(
            english: "Check the size: is the answer bigger or smaller than you guessed?",
            korean: "크기를 살펴봐요. 짐작보다 커요, 작아요?"),
        Tip(
            english: "Press = in an empty answer to open the calculator.",
            korean: "답이 비어 있을 때 =를 누르면 계산장이 열려요."),
    ]
}

/// A day of the week.
struct Weekday: Sendable, Hashable {
    /// 0 for Monday.
    let index: Int

    /// Creates the weekday of a day counted from 1 January 1970, a Thursday.
    init(day: Int) {
        index = ((day + 3) % 7 + 7) % 7
    }

    /// Returns the short name.
    func short(_ say: Speech) -> String {
        say(
            ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][index],
            ["월", "화", "수", "목", "금", "토", "일"][index])
    }
}

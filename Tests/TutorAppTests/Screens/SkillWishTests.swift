import LearnerModel
import Mathematics
import TerminalUI
import Testing

@testable import TutorApp

/// What a learner wishes of a skill, from the list of skills.
@Suite struct SkillWishTests {
    private func model(_ name: String) throws -> AppModel {
        try #require(SampleScreen.all.first { $0.name == name }).model()
    }

    private func press(_ model: inout AppModel, _ keys: [Key]) -> [AppEffect] {
        keys.flatMap { key in
            update(&model, AppMessage(body: .event(.key(key)), time: Sample.now + 1000))
        }
    }

    @Test(
        arguments: [("g", SkillWish.goal), ("p", .pin), ("h", .hide), ("ㅎ", .goal)]
            as [(Character, SkillWish)])
    func `a key makes a wish of the selected skill, and takes it back`(
        character: Character, wish: SkillWish
    ) throws {
        var model = try model("skills")
        let skill = try #require(model.figures?.skills.first?.summary.skill)

        #expect(
            press(&model, [.character(character)])
                == [.wish(wish, skill: skill, isWanted: true)])
        model.figures?.preferences.set(wish, of: skill, to: true, position: 0)
        #expect(
            press(&model, [.character(character)])
                == [.wish(wish, skill: skill, isWanted: false)])
        #expect(view(model).drawnText.contains("["))
    }

    @Test func `a skill starts afresh only after a question`() throws {
        var model = try model("skills")
        let skill = try #require(model.figures?.skills.first?.summary.skill)

        #expect(press(&model, [.character("x"), .escape]).isEmpty)
        #expect(
            press(&model, [.character("x"), .character("1")])
                == [.wish(.reset, skill: skill, isWanted: true)])
        #expect(model.screen == .progress)
    }

    @Test func `a hidden skill is no goal and not pinned, and a goal is not hidden`() {
        var preferences = LearnerPreferences()
        preferences.set(.goal, of: "a", to: true, position: 0)
        preferences.set(.pin, of: "a", to: true, position: 0)
        preferences.set(.hide, of: "a", to: true, position: 0)
        #expect(preferences.goal == nil)
        #expect(preferences.pinned.isEmpty)

        preferences.set(.goal, of: "a", to: true, position: 0)
        #expect(preferences.hidden.isEmpty)
    }

    @Test func `a reset is taken back whole`() {
        var preferences = LearnerPreferences()
        preferences.set(.reset, of: "a", to: true, position: 7)
        #expect(preferences.resets == [SkillReset(skill: "a", position: 7)])
        preferences.set(.reset, of: "a", to: false, position: 7)
        #expect(preferences.resets.isEmpty)
    }
}

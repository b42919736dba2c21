import Foundation
import Mathematics
import TestSupport
import Testing

@testable import TutorApp

@Suite struct CompositionTests {
    @Test(
        "global options may stand before the command",
        arguments: [
            (["--home", "X", "practice"], ["practice", "--home", "X"]),
            (["--plain", "--language=ko"], ["--plain", "--language=ko"]),
            (["models", "--home", "X", "list"], ["models", "list", "--home", "X"]),
            (["check", "--", "--home", "X"], ["check", "--", "--home", "X"]),
            (["--json", "check", "1", "--", "-3"], ["check", "1", "--json", "--", "-3"]),
            (["practice", "--home"], ["practice", "--home"]),
        ])
    func order(given: [String], expected: [String]) {
        #expect(ArgumentOrder.normalized(given) == expected)
    }

    @Test(
        "the locale decides where nothing else does",
        arguments: [
            (["LANG": "ko_KR.UTF-8"], Language.korean),
            (["LANG": "en_US.UTF-8"], .english),
            (["LC_ALL": "C", "LANG": "ko_KR.UTF-8"], .english),
            (["LC_ALL": "", "LC_MESSAGES": "ko", "LANG": "de_DE"], .korean),
            (["LANG": "kok_IN"], .english),
            ([:], .english),
        ])
    func locale(environment: [String: String], expected: Language) {
        #expect(LanguageChoice.ofLocale(environment) == expected)
    }

    @Test func `one folder holds everything that is written under a named home`() throws {
        let home = try HomeDirectory.resolve(
            option: "/tmp/a home", environment: ["MATHTUTOR_HOME": "/elsewhere", "HOME": "/h"])

        #expect(home.database.path(percentEncoded: false) == "/tmp/a home/learners.sqlite")
        #expect(home.log.path(percentEncoded: false).hasPrefix("/tmp/a home/"))
    }

    @Test func `without a named home the base directories are used and relative ones are not`()
        throws
    {
        let home = try HomeDirectory.resolve(
            option: nil,
            environment: ["HOME": "/h", "XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "relative"])

        #expect(home.data.path() == "/d/mathtutor")
        #expect(home.configuration.path() == "/h/.config/mathtutor")
        #expect(home.state.path() == "/h/.local/state/mathtutor")
    }

    @Test func `a created home is the owner's alone`() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: root) }  // Left-overs in /tmp do no harm.
        let home = try HomeDirectory.resolve(
            option: root.appending(path: "a/b").path(), environment: [:])

        try home.create()

        let attributes = try FileManager.default.attributesOfItem(atPath: home.data.path())
        #expect(attributes[.posixPermissions] as? Int == 0o700)
    }

    @Test func `a home that cannot be written to ends with code 4`() throws {
        let home = try HomeDirectory.resolve(option: "/proc/nothing", environment: [:])

        let failure = #expect(throws: Failure.self) { try home.create() }

        #expect(failure?.kind == .unwritable)
    }

    @Test func `data is found beside an installed binary and in the source tree`() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: root) }  // Left-overs in /tmp do no harm.
        let share = root.appending(path: "share/mathtutor")
        try FileManager.default.createDirectory(at: share, withIntermediateDirectories: true)
        try Data("[]".utf8).write(to: share.appending(path: "skills.json"))

        let installed = try DataDirectory.resolve(
            option: nil, environment: [:], executable: root.appending(path: "bin/mathtutor"))
        let built = try DataDirectory.resolve(
            option: nil, environment: [:],
            executable: sourceRoot.appending(path: ".build/debug/mathtutor"))

        #expect(installed.path() == share.path())
        #expect(built.path() == dataDirectory.path())
    }

    @Test func `a data folder without skills is refused by name`() {
        let failure = #expect(throws: Failure.self) {
            try DataDirectory.resolve(option: "/nonexistent", environment: [:], executable: nil)
        }

        #expect(failure?.kind == .usage)
        #expect(failure?.english.contains("/nonexistent") == true)
    }

    @Test(
        "the clock can be fixed",
        arguments: [
            ("2026-03-02T09:00:00Z", Int64(1_772_442_000_000), 0),
            ("2026-03-02T18:00:00+09:00", 1_772_442_000_000, 540),
            ("2026-03-02T09:00:00.250Z", 1_772_442_000_250, 0),
            ("2026-03-02T09:00:00", 1_772_442_000_000, 0),
            ("2026-03-02", 1_772_409_600_000, 0),
        ])
    func fixedClock(text: String, milliseconds: Int64, offset: Int) throws {
        let clock = try WallClock.ofEnvironment(["MATHTUTOR_NOW": text])

        #expect(clock.milliseconds() == milliseconds)
        #expect(clock.utcOffset() == offset)
    }

    @Test func `a time that is none is wrong usage`() {
        let failure = #expect(throws: Failure.self) {
            try WallClock.ofEnvironment(["MATHTUTOR_NOW": "yesterday"])
        }

        #expect(failure?.kind == .usage)
    }

    @Test func `every command has examples for its help`() {
        for name in MathTutor.commandNames {
            #expect(CommandExamples.text(name).contains("mathtutor"), "\(name)")
        }
    }

    @Test func `a message cannot steer the terminal`() {
        let failure = Failure(.failed, english: "odd \u{1B}[2J name\nTry", korean: "")

        #expect(failure.message(in: .english) == "odd \u{FFFD}[2J name\nTry")
    }
}

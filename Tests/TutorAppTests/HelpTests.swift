import Testing

@testable import TutorApp

@Suite struct HelpTests {
    private let binary = BuiltBinary()

    @Test(
        "the root's help says what there is, wherever it is asked for",
        arguments: [
            ["--help"], ["help"], ["-h"], ["--home", "/tmp/x", "--help"], ["--help", "--ascii"],
            ["--profile", "practice", "--help"], ["--record", "x", "--help"],
        ])
    func root(arguments: [String]) throws {
        let result = try binary.run(arguments)

        #expect(result.code == 0)
        for name in MathTutor.commandNames { #expect(result.output.contains("\n  \(name) ")) }
        for option in GlobalOptions.valueOptions.union(GlobalOptions.flags) {
            #expect(result.output.contains("\n  \(option) "))
        }
        #expect(result.output.contains("EXAMPLES:") && result.output.contains("--record FILE"))
    }

    @Test(
        "a command's help lists its subcommands",
        arguments: [
            (["models", "--help"], ["list", "show", "use", "export", "delete"]),
            (["models", "--help", "--json"], ["list", "show", "use", "export", "delete"]),
            (["--help", "models"], ["list", "use"]),
            (["profiles", "--home", "/tmp/x", "--help"], ["list", "rename", "erase"]),
            (["help", "bank"], ["check", "stats", "preview"]),
        ])
    func subcommands(arguments: [String], expected: [String]) throws {
        let result = try binary.run(arguments)

        #expect(result.code == 0)
        for name in expected { #expect(result.output.contains("\n  \(name) ")) }
    }

    @Test func `the help of a subcommand is its own`() throws {
        #expect(try binary.run(["models", "use", "--help"]).output.contains("<id>"))
        #expect(try binary.run(["learn", "--help"]).output.contains("--record <file>"))
    }

    @Test func `the help of train says that a new model reads along first`() throws {
        let help = try binary.run(["train", "--help"]).output.replacing("\n", with: " ")

        #expect(help.contains("fifty answered problems along"))
        #expect(help.contains("mathtutor models use N"))
    }

    @Test(
        "a word that is nearly right is corrected",
        arguments: [
            ("practise", "practice"), ("progres", "progress"), ("model", "models"),
            ("generte", "generate"), ("xyzzy", nil), ("", nil),
        ])
    func corrections(word: String, expected: String?) {
        #expect(SimilarWord.nearest(to: word, among: MathTutor.commandNames) == expected)
    }

    @Test(
        "wrong usage is said in one clear sentence",
        arguments: [
            (["practise"], "Did you mean practice?\n"),
            (["practice", "--lvl", "3"], "'--level'?\n"),
            (["generate", "--count", "-3"], "--count is a number from 0 to 1000000.\n"),
            (["practice", "--level", "-1"], "--level is a number from 1 to 5.\n"),
            (["generate", "--count", "-3", "--language", "ko"], "--count에는 0부터 1000000까지의 수"),
        ])
    func sentences(arguments: [String], expected: String) throws {
        let result = try binary.run(arguments)

        #expect(result.code == 2)
        #expect(result.errors.contains(expected))
        #expect(!result.errors.contains("?."))
    }
}

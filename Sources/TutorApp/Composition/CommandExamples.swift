/// Examples that `--help` prints, one list for each command.
enum CommandExamples {
    /// The examples of a command as lines; the empty name stands for `mathtutor` itself.
    static func text(_ command: String) -> String {
        guard let lines = examples[command] else { return "" }
        return (["", "EXAMPLES:"] + lines.map { "  " + $0 }).joined(separator: "\n")
    }

    /// Every command has at least one example.
    static let examples: [String: [String]] = [
        "": [
            "mathtutor                                  opens the tutor",
            "mathtutor --plain --language ko            lines in Korean, for a screen reader",
            "mathtutor practice --plain --count 5       five problems, line by line",
            "mathtutor help check                       what a command does",
        ],
        "learn": [
            "mathtutor                                  opens the full screen",
            "mathtutor --language ko --profile Mina     in Korean, as Mina",
            "mathtutor --home /tmp/try                  writes nothing elsewhere",
            "mathtutor --profile guest --record a.jsonl writes the session down",
        ],
        "practice": [
            "mathtutor practice --plain --count 10",
            "mathtutor practice --plain --skill percent.of --level 2 --language ko",
            "printf '42\\n2\\n' | mathtutor practice --plain --seed 7 --count 1",
        ],
        "generate": [
            "mathtutor generate --skill ratio.unit_rate --level 3 --count 5 --seed 1",
            "mathtutor generate --all --count 1 --language ko",
        ],
        "check": [
            "mathtutor check 3/4 0.75",
            "mathtutor check '150 cm' '1.5 m' --spec 't=qty;unit=req'",
            "echo '{\"expected\": \"12.5\", \"input\": \"25/2\"}' | mathtutor check",
        ],
        "classify": [
            "mathtutor classify 'Mina has 12 pencils and buys 4 more. How many now?'",
            "mathtutor classify --explain < problems.jsonl",
        ],
        "grade": [
            "echo '{\"problem\": \"Jun has 9 apples and eats 4. How many are left?\", "
                + "\"expected\": \"5\", \"answer\": \"13\"}' | mathtutor grade"
        ],
        "vary": [
            "echo '{\"text\": \"Mina has 24 stickers and gives 9 away. How many are left?\", "
                + "\"expression\": \"24 - 9\", \"count\": 3, \"seed\": 1}' | mathtutor vary"
        ],
        "train": [
            "mathtutor train --budget 60s",
            "mathtutor train --epochs 20 --seed 1 --from scratch --output ./model",
        ],
        "evaluate": [
            "mathtutor evaluate", "mathtutor evaluate --model ./model --on labelled.jsonl --json",
        ],
        "models": [
            "mathtutor models list", "mathtutor models use ID",
            "mathtutor models export ID --safetensors model.safetensors",
        ],
        "progress": ["mathtutor progress", "mathtutor progress --csv > progress.csv"],
        "export": [
            "mathtutor export --format jsonl > attempts.jsonl",
            "mathtutor export --format anki > mistakes.txt",
        ],
        "import": ["mathtutor import attempts.jsonl"],
        "simulate": ["mathtutor simulate --policy adaptive --learners 50 --problems 600 --seed 1"],
        "trace": ["mathtutor trace practice-log.tsv --json"],
        "bank": [
            "mathtutor bank check", "mathtutor bank stats", "mathtutor bank preview add_to.result",
        ],
        "autograd": ["mathtutor autograd 'x * y + sin(x)' x=2 y=3"],
        "backup": ["mathtutor backup"],
        "restore": ["mathtutor backup --list", "mathtutor restore FILE"],
        "profiles": ["mathtutor profiles", "mathtutor profiles erase Mina --yes"],
        "doctor": ["mathtutor doctor", "mathtutor doctor --json"],
    ]
}

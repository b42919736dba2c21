import ArgumentParser
import Foundation
import Mathematics
import TerminalUI
import Testing

@testable import TutorApp

/// Leads the screens through a recorded session again.
struct SessionReplay {
    let recording: SessionRecording

    /// Returns the screen that the same keys lead to over the record in `home`.
    func finalScreen(home: URL, data: URL) throws -> String {
        let beginning = recording.beginning
        var arguments = [
            "--home", home.path(percentEncoded: false), "--data", data.path(percentEncoded: false),
        ]
        if let language = beginning.languageOption { arguments += ["--language", language] }
        if let profile = beginning.profile { arguments += ["--profile", profile] }
        let language = try #require(Language(rawValue: beginning.language))
        var model = AppModel(
            size: Size(rows: beginning.rows, columns: beginning.columns), language: language)
        model.suggestedGlyphs = try #require(GlyphSet.Kind(rawValue: beginning.glyphs))
        model.isASCIIForced = beginning.isASCII
        model.now = beginning.time
        let stage = OffscreenStage(
            global: try GlobalOptions.parse(arguments), clock: clock(at: beginning.time),
            seed: beginning.seed, model: model, isPlain: false)
        defer { stage.worker.close() }
        for entry in recording.entries {
            stage.worker.clock = clock(at: entry.time)
            if let event = entry.event {
                stage.send(.event(event))
            } else if entry.message == "tick" {
                stage.send(.tick)
            } else if let name = entry.message {
                stage.deliver { $0.body.name == name }
            }
        }
        return view(stage.model).drawnText
    }

    private func clock(at time: Int64) -> WallClock {
        .standing(at: time, utcOffset: recording.beginning.utcOffset)
    }
}

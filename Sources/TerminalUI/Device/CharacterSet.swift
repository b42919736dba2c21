internal import CNcurses
internal import Glibc

/// The character set that the terminal is written to in.
enum CharacterSet {
    /// Sets the locale for characters and returns whether it is UTF-8.
    ///
    /// Only a locale that says nothing (`C`, `POSIX`, unset or not installed) is replaced by
    /// `C.UTF-8`, because there every Hangul syllable would be invisible; a locale that names another
    /// character set keeps it. Numbers and dates stay as in `C`.
    static func establish() -> Bool {
        let named = setlocale(LC_CTYPE, "").map { String(cString: $0) } ?? "C"
        if isUTF8 { return true }
        guard named == "C" || named == "POSIX" else { return false }
        return setlocale(LC_CTYPE, "C.UTF-8") != nil && isUTF8
    }

    private static var isUTF8: Bool {
        guard let name = curses_character_set() else { return false }
        return ["UTF-8", "utf8"].contains(String(cString: name))
    }

    /// Returns the best set of glyphs for a terminal.
    static func glyphs(isUTF8: Bool, term: String) -> GlyphSet.Kind {
        let consoles = ["linux", "vt100", "vt102", "vt220", "ansi", "cons25"]
        return isUTF8 && !consoles.contains(term) ? .unicode : .ascii
    }
}

/// Finds the word that was probably meant.
enum SimilarWord {
    /// Returns the nearest of the words, or nil where none is near.
    static func nearest(to word: String, among words: [String]) -> String? {
        guard word.count <= 32 else { return nil }
        let near = words.map { (word: $0, distance: distance(word, $0)) }
            .filter { $0.distance <= max(1, $0.word.count / 3) }
        return near.min { $0.distance < $1.distance }?.word
    }

    /// How many letters must be put in, left out or replaced.
    private static func distance(_ first: String, _ second: String) -> Int {
        let letters = Array(second)
        var row = Array(0...letters.count)
        for (line, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in letters.indices {
                let replaced = diagonal + (letters[column] == letter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[letters.count]
    }
}

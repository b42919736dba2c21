/// Which templates are held out: a fixed rule on the template's name, never on a row or a number.
public enum DatasetSplit {
    /// Returns the templates that are held out among those of one group, a leaf for example.
    ///
    /// A template is held out if the hash of its name falls below the share; where that leaves a
    /// group of several templates with none held out, the one with the lowest hash is, and where
    /// it leaves none to train on, the one with the highest hash trains. A group of one trains.
    ///
    /// - Parameters:
    ///   - group: the names of the templates.
    ///   - hundredths: the share that is held out.
    /// - Returns: the names that are held out.
    public static func heldOutTemplates(
        of group: some Collection<String>, hundredths: UInt64 = 25
    ) -> Set<String> {
        let ranked = Set(group).map { (hash: StableHash.of($0), name: $0) }
            .sorted { ($0.hash, $0.name) < ($1.hash, $1.name) }
        guard ranked.count > 1 else { return [] }
        let chosen = ranked.filter { $0.hash % 100 < hundredths }
        if chosen.isEmpty { return [ranked[0].name] }
        if chosen.count == ranked.count { return Set(ranked.dropLast().map(\.name)) }
        return Set(chosen.map(\.name))
    }
}

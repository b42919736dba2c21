/// Every unit by its symbols and by its names in English and Korean.
///
/// A spelling may mean several units (`oz`, `도`); the expected answer decides which.
struct UnitTable: Sendable {
    /// Symbols, whose letter case matters.
    private(set) var symbols: [String: [MeasurementUnit]] = [:]
    /// Names in lower case.
    private(set) var names: [String: [MeasurementUnit]] = [:]
    /// Names in Korean by their first syllable, longest first.
    private(set) var koreanNames: [Unicode.Scalar: [(name: String, units: [MeasurementUnit])]] = [:]
    /// Symbols in lower case, where letter case may be ignored.
    private(set) var caseless: [String: [MeasurementUnit]] = [:]

    /// The table of the project.
    static let shared: UnitTable = {
        var table = UnitTable()
        for row in UnitRows.all { table.add(row) }
        table.finish()
        return table
    }()

    private mutating func add(_ row: UnitRow) {
        for symbol in row.symbols { symbols[symbol, default: []].append(row.unit) }
        for name in row.names { names[name, default: []].append(row.unit) }
        for name in row.korean {
            guard let first = name.unicodeScalars.first else { continue }
            var list = koreanNames[first] ?? []
            if let index = list.firstIndex(where: { $0.name == name }) {
                list[index].units.append(row.unit)
            } else {
                list.append((name, [row.unit]))
            }
            koreanNames[first] = list
        }
    }

    private mutating func finish() {
        for first in koreanNames.keys {
            koreanNames[first]?.sort {
                ($0.name.unicodeScalars.count, $1.name) > ($1.name.unicodeScalars.count, $0.name)
            }
        }
        for (symbol, units) in symbols
        where !["m", "M", "g", "G", "K", "Mm", "Mg"].contains(symbol) {
            caseless[symbol.lowercased(), default: []] += units
        }
    }

    /// The units that a run of letters may mean: symbol, name, then symbol in any letter case.
    func units(named text: String) -> [MeasurementUnit] {
        if let units = symbols[text] { return units }
        let lower = text.lowercased()
        if let units = names[lower] { return units }
        guard let units = caseless[lower] else { return [] }
        return Set(units.map(\.dimension)).count == units.count
            && Set(units.map(\.factor)).count == 1 || units.count == 1 ? units : []
    }
}

/// One unit with everything that it is called.
struct UnitRow: Sendable {
    var unit: MeasurementUnit
    var symbols: [String]
    var names: [String]
    var korean: [String]

    /// Takes lists of spellings that are separated by spaces.
    init(
        _ dimension: Dimension, _ factor: Rational, pi: Int = 0, _ symbols: String,
        _ names: String = "", _ korean: String = ""
    ) {
        self.symbols = symbols.split(separator: " ").map(String.init)
        self.names = names.split(separator: " ").map { name in
            String(name.map { $0 == "_" ? " " : $0 })
        }
        self.korean = korean.split(separator: " ").map(String.init)
        let printed = self.symbols.first ?? self.names.first ?? self.korean.first ?? ""
        unit = MeasurementUnit(printed, dimension, factor, pi: pi)
    }
}

/// Lines drawn with braille dots, two by four in each cell; with `*` where only ASCII is drawn.
public struct BraillePlot: Sendable, Hashable {
    /// The values that the left and right edges stand for.
    public var horizontal: ClosedRange<Double>
    /// The values that the lower and upper edges stand for.
    public var vertical: ClosedRange<Double>
    private var dots: [UInt8]
    private let size: Size

    /// Creates an empty plot over so many cells.
    public init(size: Size, horizontal: ClosedRange<Double>, vertical: ClosedRange<Double>) {
        self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
        self.horizontal = horizontal
        self.vertical = vertical
        dots = Array(repeating: 0, count: self.size.rows * self.size.columns)
    }

    /// Draws a line through points in the order of their first coordinate.
    public mutating func line(_ points: [(x: Double, y: Double)], dashed: Bool = false) {
        let places = points.compactMap(place)
        guard let first = places.first else { return }
        var drawn = 0
        if places.count == 1 { set(first.x, first.y) }
        for (start, end) in zip(places, places.dropFirst()) {
            let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
            for step in 0...steps {
                if !dashed || drawn / 2 % 2 == 0 {
                    set(
                        start.x + (end.x - start.x) * step / steps,
                        start.y + (end.y - start.y) * step / steps)
                }
                drawn += 1
            }
        }
    }

    private func place(_ point: (x: Double, y: Double)) -> (x: Int, y: Int)? {
        guard point.x.isFinite, point.y.isFinite else { return nil }
        let x = share(point.x, horizontal) * Double(size.columns * 2 - 1)
        let y = (1 - share(point.y, vertical)) * Double(size.rows * 4 - 1)
        return (Int(x.rounded()), Int(y.rounded()))
    }

    private func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
        let span = range.upperBound - range.lowerBound
        return span > 0 ? min(1, max(0, (value - range.lowerBound) / span)) : 0.5
    }

    private mutating func set(_ x: Int, _ y: Int) {
        guard x >= 0, y >= 0, x < size.columns * 2, y < size.rows * 4 else { return }
        let left: [UInt8] = [0x01, 0x02, 0x04, 0x40]
        let right: [UInt8] = [0x08, 0x10, 0x20, 0x80]
        dots[y / 4 * size.columns + x / 2] |= (x % 2 == 0 ? left : right)[y % 4]
    }

    /// Draws the cells that have dots; what lies below stays elsewhere.
    public func draw(on canvas: inout Canvas, row: Int, column: Int, _ style: Style = .accent) {
        for line in 0..<size.rows {
            for cell in 0..<size.columns where dots[line * size.columns + cell] != 0 {
                let pattern = UInt32(dots[line * size.columns + cell])
                guard let scalar = Unicode.Scalar(0x2800 + pattern) else { continue }
                canvas.write(
                    String(Character(scalar)), row: row + line, column: column + cell, style)
            }
        }
    }
}

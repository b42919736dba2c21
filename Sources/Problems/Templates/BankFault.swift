/// Something that is wrong with a file of the problem bank: where, what, and how to put it right.
public struct BankFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as a path inside the data folder.
    public let file: String
    /// The line, counted from 1; 0 where the whole file is meant.
    public let line: Int
    /// The column, counted from 1; 0 where the whole line is meant.
    public let column: Int
    /// The identifier of the template, where one is known.
    public let template: String?
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let fix: String

    /// Creates a fault from its parts.
    public init(
        file: String, line: Int, column: Int, template: String? = nil, message: String, fix: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.template = template
        self.message = message
        self.fix = fix
    }

    /// The fault on one line, as compilers print them.
    public var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        let name = template.map { " [\($0)]" } ?? ""
        return "\(place):\(name) \(message) \(fix)"
    }
}

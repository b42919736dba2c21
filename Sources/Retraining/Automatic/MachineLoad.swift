public import Foundation

/// How busy the machine is, as the kernel tells.
public enum MachineLoad {
    /// Where the kernel tells it.
    public static let file = URL(filePath: "/proc/loadavg")

    /// Returns how many programs wanted to compute in the last minute for each processor.
    ///
    /// - Parameters:
    ///   - file: a file such as `/proc/loadavg`.
    ///   - processors: the number of processors.
    /// - Returns: the load, or nil where it is not told.
    public static func perProcessor(
        file: URL = file, processors: Int = ProcessInfo.processInfo.activeProcessorCount
    ) -> Double? {
        // Where it is not told the caller decides.
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        return text.split(separator: " ").first.flatMap { Double($0) }
            .map { $0 / Double(max(processors, 1)) }
    }
}

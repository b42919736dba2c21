internal import Glibc

/// How much memory the program holds, and how what is free is given back.
public enum ResidentMemory {
    /// The resident bytes, or nil where the system does not tell.
    public static func bytes() -> Int? {
        guard let file = fopen("/proc/self/statm", "r") else { return nil }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = fread(&buffer, 1, buffer.count, file)
        let fields = buffer[..<count].split(separator: UInt8(ascii: " "))
        guard fields.count > 1 else { return nil }
        return Int(String(decoding: fields[1], as: UTF8.self)).map { $0 * Int(getpagesize()) }
    }

    /// Gives free memory back to the system, which the allocator would otherwise keep.
    public static func giveBack() {
        // Not among the functions that Swift's view of the C library has.
        guard let address = dlsym(nil, "malloc_trim") else { return }
        typealias Trim = @convention(c) (Int) -> Int32
        _ = unsafeBitCast(address, to: Trim.self)(0)
    }
}

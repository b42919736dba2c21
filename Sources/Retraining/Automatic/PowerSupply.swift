public import Foundation

/// Where the machine has its power from, as the kernel tells.
public enum PowerSupply {
    /// Where the kernel lists the sources of power.
    public static let folder = URL(filePath: "/sys/class/power_supply", directoryHint: .isDirectory)

    /// Returns whether the machine runs on a battery: no mains are there, and a battery is being
    /// emptied.
    ///
    /// - Parameter folder: a folder with a folder for each source, as under `/sys`.
    /// - Returns: false as well where the machine has no battery.
    public static func isOnBattery(in folder: URL = folder) -> Bool {
        // A kernel without such a folder has no battery to save.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let supplies = names.sorted().map { name in
            { (file: String) in word(folder.appending(path: name).appending(path: file)) }
        }
        let hasMains = supplies.contains {
            $0("type") != "Battery" && $0("online").map { $0 != "0" } ?? false
        }
        return !hasMains
            && supplies.contains {
                $0("type") == "Battery" && $0("scope") != "Device" && $0("status") == "Discharging"
            }
    }

    private static func word(_ file: URL) -> String? {
        // A source need not tell everything.
        (try? String(contentsOf: file, encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

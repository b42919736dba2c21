import COpenBLAS
import CVectors
import Glibc
package import KernelTable
import KernelsBaseline
import KernelsV3
import KernelsV4

/// The kernels of this processor, chosen once.
///
/// `MATHTUTOR_KERNELS` set to `baseline` or `x86-64-v3` chooses a lower level, for tests.
package let kernels: KernelTable = {
    openblas_set_num_threads(1)
    let wish = getenv("MATHTUTOR_KERNELS").map { String(cString: $0) }
    let level = vector_processor_level()
    if level >= 4, wish == "blas" {
        return KernelsV4.kernelTable(named: "x86-64-v4, products by the BLAS")
    }
    if level >= 4, wish == nil {
        return KernelsV4.kernelTable(named: "x86-64-v4", hasManyRegisters: true)
    }
    if level >= 3, wish != "baseline" { return KernelsV3.kernelTable(named: "x86-64-v3") }
    #if arch(x86_64)
    return KernelsBaseline.kernelTable(named: "x86-64")
    #else
    return KernelsBaseline.kernelTable(named: "portable")
    #endif
}()

/// What the engine found on this machine, for reports.
public struct EngineReport: Sendable {
    /// The processor level of the kernels in use.
    public let kernels: String
    /// The version and build options of the BLAS.
    public let blas: String
    /// The processor that the BLAS chose its kernels for.
    public let blasCore: String
    /// The threads that one matrix product may use; shards of a batch run beside each other instead.
    public let blasThreads: Int
    /// The processors that this process may use.
    public let processors: Int

    /// Looks at the machine.
    public static var current: EngineReport {
        let name = Autograd.kernels.name
        return EngineReport(
            kernels: name,
            blas: String(cString: openblas_get_config()).trimmingSpaces,
            blasCore: String(cString: openblas_get_corename()),
            blasThreads: Int(openblas_get_num_threads()),
            processors: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        split(separator: " ").joined(separator: " ")
    }
}

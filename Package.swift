// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// A library target with the settings of the whole package.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one target; `TestSupport` is always at hand.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name), "TestSupport"] + dependencies,
        swiftSettings: settings)
}

/// Whether this package is built for itself rather than as a dependency: flags that choose a processor
/// level are refused by SwiftPM in a dependency that is named by version.
let isRoot =
    !Context.packageDirectory.contains("/checkouts/")
    && Context.environment["MATHTUTOR_PLAIN_FLAGS"] == nil

/// A copy of the engine's kernels for one processor level; optimised in debug builds too, where
/// vectors would otherwise be five hundred times slower.
func kernels(_ name: String, level: String?) -> Target {
    var flags = ["-O"]
    #if arch(x86_64)
    if let level { flags += ["-Xcc", "-march=\(level)"] }
    #endif
    return .target(
        name: name, dependencies: ["CVectors", "KernelTable"],
        swiftSettings: settings + (isRoot ? [.unsafeFlags(flags)] : []))
}

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "mathtutor",
    products: [
        .executable(name: "mathtutor", targets: ["TutorApp"]),
        .library(name: "Autograd", targets: ["Autograd"]),
        .library(name: "NeuralNetwork", targets: ["NeuralNetwork"]),
        .library(name: "TextClassification", targets: ["TextClassification"]),
        .library(name: "Mathematics", targets: ["Mathematics"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Engine
        .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(name: "CVectors"),
        library("KernelTable"),
        kernels("KernelsBaseline", level: nil),
        kernels("KernelsV3", level: "x86-64-v3"),
        kernels("KernelsV4", level: "x86-64-v4"),
        library(
            "Autograd",
            [
                "COpenBLAS", "CVectors", "KernelTable", "KernelsBaseline", "KernelsV3",
                "KernelsV4",
            ]),
        library("NeuralNetwork", ["Autograd"]),
        library("TextClassification", ["Autograd", "NeuralNetwork"]),

        // Domain
        library("Mathematics", [bigInt]),
        library("Problems", ["Mathematics", yams]),
        library("LearnerModel", ["Mathematics", "Problems"]),

        // Services
        library("LearnerStore", ["Mathematics", "Problems", "LearnerModel", grdb]),
        library("ProblemEncoding", ["Mathematics", "Problems", "TextClassification"]),
        library(
            "Retraining",
            [
                "Mathematics", "Problems", "NeuralNetwork", "TextClassification", "LearnerStore",
                "ProblemEncoding", logging,
            ]),
        library(
            "Tutoring",
            [
                "Mathematics", "Problems", "LearnerModel", "LearnerStore", "TextClassification",
                "ProblemEncoding", "Retraining",
            ]),

        // Interfaces
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .target(name: "CTerminalSupport"),
        library("TerminalUI", ["CNcurses", "CTerminalSupport"]),
        .executableTarget(
            name: "TutorApp",
            dependencies: [
                "Autograd", "NeuralNetwork", "TextClassification", "Mathematics", "Problems",
                "LearnerModel", "LearnerStore", "ProblemEncoding", "Retraining", "Tutoring",
                "TerminalUI", argumentParser, logging,
            ],
            swiftSettings: settings),

        // Measurements and tests
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "KernelTable", "Autograd", "NeuralNetwork", "TextClassification", "Mathematics",
                "Problems",
                "LearnerModel", "LearnerStore", "ProblemEncoding", "Retraining", "Tutoring",
                "TerminalUI", argumentParser,
            ],
            path: "Benchmarks",
            swiftSettings: settings),
        .target(
            name: "TestSupport",
            dependencies: ["Autograd", "Mathematics", "Problems", "TerminalUI"],
            path: "Tests/TestSupport",
            swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        tests(
            "Autograd",
            ["Mathematics", "KernelTable", "KernelsBaseline", "KernelsV3", "KernelsV4"]),
        tests("NeuralNetwork", ["Autograd", "Mathematics"]),
        tests("TextClassification", ["Autograd", "NeuralNetwork"]),
        tests("Mathematics"),
        tests("Problems", ["Mathematics"]),
        tests("LearnerModel", ["Mathematics", "Problems"]),
        tests("LearnerStore", ["Mathematics", "Problems", "LearnerModel", grdb]),
        tests("ProblemEncoding", ["Mathematics", "Problems", "TextClassification"]),
        tests(
            "Retraining",
            [
                "Mathematics", "Problems", "NeuralNetwork", "TextClassification", "LearnerStore",
                "ProblemEncoding",
            ]),
        tests(
            "Tutoring",
            [
                "Mathematics", "Problems", "LearnerModel", "LearnerStore", "ProblemEncoding",
                "TextClassification", "Retraining",
            ]),
        tests("TerminalUI", ["CNcurses"]),
        tests(
            "TutorApp",
            [
                "Mathematics", "Problems", "LearnerModel", "LearnerStore", "ProblemEncoding",
                "Retraining", "Tutoring", "TerminalUI", argumentParser,
            ]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu17
)

// swift-tools-version: 6.2
import PackageDescription

// Two programs that use the libraries of MathTutor as any other package would.
let package = Package(
    name: "examples",
    dependencies: [.package(name: "mathtutor", path: "..")],
    targets: [
        .executableTarget(
            name: "TrainOnCSV",
            dependencies: [
                .product(name: "Autograd", package: "mathtutor"),
                .product(name: "NeuralNetwork", package: "mathtutor"),
                .product(name: "Mathematics", package: "mathtutor"),
            ]),
        .executableTarget(
            name: "CheckAnswers",
            dependencies: [.product(name: "Mathematics", package: "mathtutor")]),
    ])

// swift-tools-version: 6.2
import PackageDescription

// Nested, so that who builds the program never builds this.
//
// The sources are links to the project's folders: what is measured is what the program runs, and none of the project's
// dependencies is fetched.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    targets: [
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        .target(name: "Text"),
        .target(name: "Platform", dependencies: ["Text"]),
        .target(name: "CEL", dependencies: ["CRE2", "Platform", "Text"]),
        .target(name: "JSON", dependencies: ["Text"]),
        .target(name: "ServiceModel", dependencies: ["JSON", "Text"]),
        .executableTarget(name: "CELBenchmark", dependencies: ["CEL", "JSON", "ServiceModel"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

for target in package.targets where target.name != "CRE2" {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}

// swift-tools-version: 6.2
import PackageDescription

// Nested, so that who builds the program never builds this, and builds without any of the project's dependencies.
//
// The sources are links to the project's folders: what is measured is what the program runs.
let package = Package(
    name: "PIIEvaluation",
    platforms: [.macOS(.v15)],
    targets: [
        .target(name: "PIIData", exclude: ["Generator", "Lists"]),
        .target(name: "Text"),
        .target(name: "PII", dependencies: ["PIIData", "Text"]),
        .executableTarget(name: "PIIEvaluation", dependencies: ["PII"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

for target in package.targets where target.name != "PIIData" {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}

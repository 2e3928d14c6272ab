// swift-tools-version: 6.2
import PackageDescription

// Nested, so that who builds the program never builds this. `run` builds it as libFuzzer needs it.
//
// `CEL`, `PII` and what they need are links to the project's folders: depending on the project as a package would fetch all
// that it depends on, of which neither needs anything.
let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v15)],
    products: [
        // Static, because libFuzzer brings its own main, to which SwiftPM cannot link an executable.
        .library(name: "FuzzCompile", type: .static, targets: ["FuzzCompile"]),
        .library(name: "FuzzEvaluate", type: .static, targets: ["FuzzEvaluate"]),
        .library(name: "FuzzPII", type: .static, targets: ["FuzzPII"]),
    ],
    targets: [
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        .target(name: "Text"),
        .target(name: "Platform", dependencies: ["Text"]),
        .target(name: "CEL", dependencies: ["CRE2", "Platform", "Text"]),
        .target(name: "CELFuzzing", dependencies: ["CEL"]),
        .target(name: "FuzzCompile", dependencies: ["CELFuzzing"]),
        .target(name: "FuzzEvaluate", dependencies: ["CELFuzzing"]),
        .target(name: "PIIData", exclude: ["Generator", "Lists"]),
        .target(name: "PII", dependencies: ["PIIData", "Text"]),
        .target(name: "PIIFuzzing", dependencies: ["PII"]),
        .target(name: "FuzzPII", dependencies: ["PIIFuzzing"]),
        .executableTarget(name: "PIITime", dependencies: ["PIIFuzzing"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x,
    cxxLanguageStandard: .cxx17
)

for target in package.targets where target.name != "CRE2" && target.name != "PIIData" {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}

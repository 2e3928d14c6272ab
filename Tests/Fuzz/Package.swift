// swift-tools-version: 6.2
import PackageDescription

// Nested, so that who builds the program never builds this. `run` builds it as libFuzzer needs it.
//
// `CEL` and `CRE2` are links to the project's folders: depending on the project as a package would fetch all that it
// depends on, of which the language needs nothing.
let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v15)],
    products: [
        // Static, because libFuzzer brings its own main, to which SwiftPM cannot link an executable.
        .library(name: "FuzzCompile", type: .static, targets: ["FuzzCompile"]),
        .library(name: "FuzzEvaluate", type: .static, targets: ["FuzzEvaluate"]),
    ],
    targets: [
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        .target(name: "CEL", dependencies: ["CRE2"]),
        .target(name: "CELFuzzing", dependencies: ["CEL"]),
        .target(name: "FuzzCompile", dependencies: ["CELFuzzing"]),
        .target(name: "FuzzEvaluate", dependencies: ["CELFuzzing"]),
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

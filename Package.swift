// swift-tools-version: 6.2
import PackageDescription

let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let nioConcurrencyHelpers: Target.Dependency = .product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

let package = Package(
    name: "proxy-audit",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "proxy-audit", targets: ["proxy-audit"]),
        .library(name: "CEL", targets: ["CEL"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        // System libraries.
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
        .target(name: "CZstd", linkerSettings: [.linkedLibrary("zstd")]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

        // Texts and values that the rest stands on.
        .target(name: "Text"),
        .target(name: "Platform", dependencies: ["Text"]),
        .target(name: "JSON", dependencies: ["Text"]),
        .target(name: "YAMLReader", dependencies: ["Text", "Yams"]),
        .target(name: "ServiceModel", dependencies: ["JSON", "Text"]),

        // The engines, free of networking, so that they and their tests build in seconds.
        .target(name: "CEL", dependencies: ["CRE2", "Platform", "Text"]),
        .target(name: "PIIData", exclude: ["Generator", "Lists"]),
        .target(name: "PII", dependencies: ["PIIData", "Text"]),
        .target(
            name: "RulePacks", path: "rules", exclude: ["CEL.md", "README.md", "examples", "packs"],
            sources: ["RuleExamples.c", "RulePacks.c"]),
        .target(
            name: "AuditEngine",
            dependencies: ["CEL", "JSON", "PII", "Platform", "ServiceModel", "Text", "YAMLReader", crypto]),
        .target(
            name: "Reports", dependencies: ["AuditEngine", "CLibXML2", "JSON", "Platform", "ServiceModel", "Text"]),

        // The API: its client, its server, and the sources of Services.
        .target(
            name: "ProxyAPI",
            dependencies: ["JSON", "ServiceModel", "Text", asyncHTTPClient, nioCore, nioHTTP1, nioPosix, nioSSL]),
        .target(
            name: "ProxySandbox",
            dependencies: [
                "JSON", "Platform", "ProxyAPI", "ServiceModel", "Text", crypto, grdb, nioCore,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "ServiceSources",
            dependencies: ["CZlib", "CZstd", "JSON", "Platform", "ProxyAPI", "ServiceModel", "Text", "YAMLReader"]),

        // The program.
        .target(name: "DemoSeed", exclude: ["demo-seed.json"]),
        .target(
            name: "AuditCommands",
            dependencies: [
                "AuditEngine", "CEL", "DemoSeed", "JSON", "PII", "Platform", "ProxyAPI", "ProxySandbox", "Reports",
                "RulePacks", "ServiceModel", "ServiceSources", "Text",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "proxy-audit", dependencies: ["AuditCommands", "Platform"]),

        // Tests.
        .testTarget(name: "PlatformTests", dependencies: ["Platform", "SeededGenerator"]),
        .testTarget(name: "TextTests", dependencies: ["SeededGenerator", "Text"]),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "SeededGenerator"]),
        .testTarget(name: "YAMLReaderTests", dependencies: ["YAMLReader"]),
        .testTarget(name: "ServiceModelTests", dependencies: ["JSON", "SeededGenerator", "ServiceModel", "Text"]),
        .testTarget(
            name: "CELTests", dependencies: ["CEL", "SeededGenerator"],
            exclude: ["known-failures.txt", "public-interface.txt"]),
        .executableTarget(name: "CELDriver", dependencies: ["CEL", "JSON"], path: "Tests/CELDriver"),
        .target(name: "CELFuzzing", dependencies: ["CEL"], path: "Tests/Fuzz/Sources/CELFuzzing"),
        .testTarget(name: "CELFuzzingTests", dependencies: ["CEL", "CELFuzzing", "SeededGenerator"]),
        .target(name: "SeededGenerator", path: "Tests/SeededGenerator"),
        .testTarget(name: "PIITests", dependencies: ["PII", "SeededGenerator"]),
        .target(name: "PIIFuzzing", dependencies: ["PII"], path: "Tests/Fuzz/Sources/PIIFuzzing"),
        .testTarget(name: "PIIFuzzingTests", dependencies: ["PIIFuzzing", "SeededGenerator"]),
        .testTarget(
            name: "AuditEngineTests",
            dependencies: ["AuditEngine", "CEL", "JSON", "PII", "SeededGenerator", "ServiceModel", "Text"],
            exclude: ["Gallery"]
        ),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "AuditEngine", "CLibXML2", "JSON", "Platform", "Reports", "SeededGenerator", "ServiceModel",
            ],
            exclude: ["Goldens"]),
        .target(
            name: "ScriptedServer", dependencies: [nioConcurrencyHelpers, nioCore, nioPosix, nioSSL],
            path: "Tests/ScriptedServer"),
        .testTarget(
            name: "ProxyAPITests",
            dependencies: [
                "JSON", "ProxyAPI", "ProxySandbox", "ScriptedServer", "ServiceModel", nioConcurrencyHelpers, nioSSL,
            ]),
        .testTarget(
            name: "ProxySandboxTests",
            dependencies: [
                "JSON", "ProxyAPI", "ProxySandbox", "ServiceModel", grdb, nioCore, nioPosix,
            ]),
        .target(
            name: "CCompression", path: "Tests/CCompression",
            linkerSettings: [.linkedLibrary("z"), .linkedLibrary("zstd")]),
        .testTarget(
            name: "ServiceSourcesTests",
            dependencies: [
                "CCompression", "JSON", "ProxyAPI", "ScriptedServer", "SeededGenerator", "ServiceModel",
                "ServiceSources", "Text", nioConcurrencyHelpers,
            ]),
        .testTarget(
            name: "AuditCommandsTests", dependencies: ["AuditCommands", "JSON", "ServiceModel", "proxy-audit"],
            exclude: ["Acceptance"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x,
    cxxLanguageStandard: .cxx17
)

let cTargets: Set = ["CRE2", "CZlib", "CZstd", "CLibXML2", "DemoSeed", "PIIData", "RulePacks", "CCompression"]
for target in package.targets where !cTargets.contains(target.name) {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}

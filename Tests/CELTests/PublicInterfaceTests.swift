import Foundation
import Testing

/// What users of the library see.
@Suite struct PublicInterfaceTests {
    /// Nothing is public that is not the language's, by its name.
    @Test func typesAreOfTheLanguage() throws {
        let types = try PublicDeclaration.all().filter(\.isTopLevel)
        #expect(types.count > 15)
        for type in types {
            let name = try #require(
                type.words.drop { $0 != "struct" && $0 != "enum" && $0 != "protocol" }.dropFirst().first)
            #expect(name.hasPrefix("CEL"), "\(type.place): \(name)")
        }
    }

    /// Nothing becomes public, or is no longer, by chance: all of it was read by someone.
    ///
    /// With `UPDATE_GOLDEN=1` in the environment the list is rewritten, and the test fails: read the difference.
    @Test func declarationsAreAsLastRead() throws {
        let found = try PublicDeclaration.all().map(\.signature).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("public-interface.txt")
        guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != "1" else {
            try Data(found.map { "\($0)\n" }.joined().utf8).write(to: golden)
            Issue.record("rewrote the list; read the difference, then test without UPDATE_GOLDEN")
            return
        }
        let expected = try String(contentsOf: golden, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(found == expected, "the public interface differs; UPDATE_GOLDEN=1 rewrites it")
    }

    @Test(arguments: [
        (
            """
            /// A.
            public struct CELA: Sendable {
                /// B.
                public let b: Int
                let c = 1
                /// D.
                public func d(
                    _ one: Int = 1, two: (Int) -> Int
                ) throws -> Int { 1 }
            }
            """,
            [
                "CELA.func d(_ one: Int = 1, two: (Int) -> Int) throws -> Int", "CELA.let b: Int",
                "struct CELA: Sendable",
            ]
        ),
        (
            """
            /// A.
            public enum CELA {
                /// B.
                case b(Int)
                /// C.
                public enum C {
                    /// D.
                    case d
                    enum E { case e }
                }
            }
            """, ["CELA.C.case d", "CELA.case b(Int)", "CELA.enum C", "enum CELA"]
        ),
        (
            """
            /// A.
            public protocol CELA {
                /// B.
                var b: Int { get }
            }
            /// C.
            protocol C {
                var d: Int { get }
            }
            extension CELA {
                /// E.
                @inlinable public static var e: Int { 1 }
                var f: Int { 1 }
            }
            """, ["CELA.static var e: Int", "CELA.var b: Int { get }", "protocol CELA"]
        ),
        (
            """
            extension Int: CELA {
                /// A.
                public init?(_ text: String) { nil }
                /// B.
                public private(set) var b = 0
            }
            /// C.
            public final class CELC: A, B {}
            """, ["Int.init?(_ text: String)", "Int.private(set) var b", "final class CELC: A, B"]
        ),
    ])
    func declarationsAreFoundInSources(source: String, signatures: [String]) {
        #expect(PublicDeclaration.all(in: source, of: "A.swift").map(\.signature).sorted() == signatures)
    }

    @Test func everythingIsDocumented() throws {
        for declaration in try PublicDeclaration.all() {
            #expect(declaration.isDocumented, "\(declaration.place): \(declaration.words.joined(separator: " "))")
        }
    }
}

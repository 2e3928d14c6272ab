import Foundation
import Testing

/// What users of the library see.
@Suite struct PublicInterfaceTests {
    private struct Declaration {
        let place: String
        let words: [Substring]
        let isTopLevel: Bool
        let isDocumented: Bool
    }

    private static func declarations() throws -> [Declaration] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/CEL").resolvingSymlinksInPath()
        var declarations: [Declaration] = []
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() {
                let words = line.split(separator: " ")
                guard let position = words.firstIndex(of: "public"), !words[0].hasPrefix("//") else { continue }
                let above = lines[..<index].last { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("@") } ?? ""
                declarations.append(
                    Declaration(
                        place: "\(file.lastPathComponent):\(index + 1)", words: Array(words[(position + 1)...]),
                        isTopLevel: !line.hasPrefix(" "),
                        isDocumented: above.trimmingCharacters(in: .whitespaces).hasPrefix("///")))
            }
        }
        return declarations
    }

    /// Nothing is public that is not the language's, by its name.
    @Test func typesAreOfTheLanguage() throws {
        let types = try Self.declarations().filter(\.isTopLevel)
        #expect(types.count > 15)
        for type in types {
            let name = try #require(
                type.words.drop { $0 != "struct" && $0 != "enum" && $0 != "protocol" }.dropFirst().first)
            #expect(name.hasPrefix("CEL"), "\(type.place): \(name)")
        }
    }

    @Test func everythingIsDocumented() throws {
        for declaration in try Self.declarations() {
            #expect(declaration.isDocumented, "\(declaration.place): \(declaration.words.joined(separator: " "))")
        }
    }
}

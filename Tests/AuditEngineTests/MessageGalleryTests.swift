import Foundation
import Testing

@testable import AuditEngine

/// What is told about mistakes is what it was when someone last read it.
///
/// With `UPDATE_GOLDEN=1` in the environment the golden is rewritten, and the test fails: read the difference.
@Suite struct MessageGalleryTests {
    @Test func galleryIsAsLastRead() throws {
        let found = try MessageGallery().text
        guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != "1" else {
            try Data(found.utf8).write(to: MessageGallery.golden)
            Issue.record("rewrote the gallery; read the difference, then test without UPDATE_GOLDEN")
            return
        }
        let expected = try String(contentsOf: MessageGallery.golden, encoding: .utf8)
        #expect(Array(found.utf8) == Array(expected.utf8), "the gallery differs; UPDATE_GOLDEN=1 rewrites it")
    }

    /// Every rule of every pack is a mistake that is told, with its place and carets.
    @Test func everyMistakeIsTold() throws {
        let text = try MessageGallery().text
        #expect(!text.contains("was evaluated") && !text.contains("no place"))
        for name in try FileManager.default.contentsOfDirectory(atPath: MessageGallery.folder.path) {
            guard name.hasSuffix(".yaml"), !name.hasPrefix("yaml-"), !["keys.yaml", "rules.yaml"].contains(name) else {
                continue
            }
            let pack = try String(contentsOf: MessageGallery.folder.appendingPathComponent(name), encoding: .utf8)
            let ids = pack.split(whereSeparator: \.isNewline).compactMap { line in
                line.hasPrefix("  - id: ") ? String(line.dropFirst(8)) : nil
            }
            #expect(!ids.isEmpty)
            for id in ids { #expect(text.contains("rule '\(id)': "), "\(name): nothing is told about '\(id)'") }
        }
    }

    /// The catalogues of messages for authors.
    static let catalogues = ["Mistake", "CELFault"]

    /// Messages that no rule of a pack can show, with the reason.
    static let unreachable: [(fragment: String, reason: String)] = [
        ("bytes long; at most", "a pack has room for it, but the gallery should stay readable"),
        ("is in the library '…', which was not chosen", "rules have all libraries"),
        ("' failed: ", "no function of rules throws errors of its own"),
        ("… with … arguments", "for expressions that were not checked"),
        ("the expression cannot be read", "something more is said of every expression, as far as is known"),
        ("would be nested more than … deep", "the gallery should stay readable"),
        ("and more", "the gallery should stay readable"),
        ("the variable '…' has no value", "the engine sets every variable"),
        ("longer than … bytes", "the gallery should stay readable"),
    ]

    @Test(arguments: catalogues)
    func everyKindOfMessageIsShown(_ catalogue: String) throws {
        let shown = try MessageGallery().text
        let messages = try MessageLiterals(catalogue: catalogue).messages
        #expect(messages.count > 40, "the source is written in another way now")
        let missing = messages.filter { message in
            !Self.unreachable.contains { message.contains($0.fragment) } && !Self.shows(shown, message)
        }
        #expect(missing == [], "the gallery has no such message: put a mistake that gives it into one of its packs")
    }

    /// Whether a line has the message's fixed parts in their order; an ellipsis stands for what is put in.
    private static func shows(_ gallery: String, _ message: String) -> Bool {
        let parts = message.replacing("no such overload: ", with: "").split(separator: "…").map { Array($0.utf8) }
        return gallery.utf8.split(separator: UInt8(ascii: "\n")).contains { line in
            var rest = line[...]
            for part in parts {
                guard let range = rest.firstRange(of: part) else { return false }
                rest = rest[range.upperBound...]
            }
            return true
        }
    }
}

import Foundation

/// Something that users of the library see, as its source declares it.
struct PublicDeclaration {
    /// `file:line`.
    let place: String
    /// What it is in, and the declaration without `public` and its body.
    let signature: String
    /// The words behind `public`; all words of a case or a requirement.
    let words: [Substring]
    let isTopLevel: Bool
    let isDocumented: Bool

    /// Those of all files of the library.
    static func all() throws -> [PublicDeclaration] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/CEL").resolvingSymlinksInPath()
        var declarations: [PublicDeclaration] = []
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            declarations += all(in: try String(contentsOf: file, encoding: .utf8), of: file.lastPathComponent)
        }
        return declarations
    }

    /// Those of a source that is written as `swift format` leaves it.
    static func all(in source: String, of file: String) -> [PublicDeclaration] {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        var declarations: [PublicDeclaration] = []
        // What the line is in: where that begins, what it is called, and which words make a member public beside `public`.
        var outer: [(indent: Int, name: String, memberWords: [String])] = []
        for (index, line) in lines.enumerated() {
            let words = line.split(separator: " ")
            guard let first = words.first, !first.hasPrefix("//"), !first.hasPrefix("}") else { continue }
            let indent = line.prefix { $0 == " " }.count
            outer.removeAll { $0.indent >= indent }
            let position = words.firstIndex(of: "public")
            let isImplied = outer.last.map { $0.indent + 4 == indent && Self.isMember(words, $0.memberWords) } ?? false
            let declared = position.map { Array(words[($0 + 1)...]) } ?? words
            if position != nil || isImplied {
                let above = lines[..<index].last { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("@") } ?? ""
                let signature = Self.signature(lines[index...], isRequirement: isImplied)
                declarations.append(
                    PublicDeclaration(
                        place: "\(file):\(index + 1)",
                        signature: (outer.map(\.name) + [signature]).joined(separator: "."), words: declared,
                        isTopLevel: indent == 0,
                        isDocumented: above.trimmingCharacters(in: .whitespaces).hasPrefix("///")))
            }
            if let kind = declared.firstIndex(where: typeKinds.contains), kind + 1 < declared.count {
                let name = String(declared[kind + 1].prefix { $0 != ":" && $0 != "<" })
                outer.append((indent, name, position == nil ? [] : memberWords[declared[kind]] ?? []))
            }
        }
        return declarations
    }

    private static let typeKinds: Set<Substring> = ["struct", "enum", "protocol", "class", "actor", "extension"]

    /// What begins the cases of an enumeration and the requirements of a protocol, which are as public as these.
    private static let memberWords: [Substring: [String]] = [
        "enum": ["case"], "protocol": ["associatedtype", "var", "func", "init(", "init?(", "subscript("],
    ]

    private static func isMember(_ words: [Substring], _ memberWords: [String]) -> Bool {
        let word = words.first { $0 != "static" && $0 != "mutating" && $0 != "indirect" } ?? ""
        return memberWords.contains { $0.hasSuffix("(") ? word.hasPrefix($0) : word == $0 }
    }

    /// A declaration without `public` and its body, on one line.
    private static func signature(_ lines: ArraySlice<Substring>, isRequirement: Bool) -> String {
        var text = ""
        for line in lines {
            let part = line.trimmingCharacters(in: .whitespaces)
            text += text.isEmpty || text.hasSuffix("(") || part.hasPrefix(")") ? part : " " + part
            if text.count(of: "(") == text.count(of: ")") { break }
        }
        if let word = text.firstRange(of: "public ") { text.removeSubrange(text.startIndex..<word.upperBound) }
        if isRequirement { return text }
        let beforeBody = text.range(of: " {").map { text[..<$0.lowerBound] } ?? text[...]
        guard text.split(separator: " ").contains(where: { $0 == "var" || $0 == "let" }) else {
            return String(beforeBody)
        }
        return String(beforeBody.range(of: " = ").map { beforeBody[..<$0.lowerBound] } ?? beforeBody)
    }
}

extension String {
    fileprivate func count(of sign: Character) -> Int { count { $0 == sign } }
}

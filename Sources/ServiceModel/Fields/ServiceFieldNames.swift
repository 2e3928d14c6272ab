internal import JSON
internal import Text

/// Finds the field that a JSON name stands for, from the name's bytes. A class, since each record has it at hand.
final class ServiceFieldNames: Sendable {
    /// How a name is written, which tells what wrote it.
    enum Spelling: Sendable {
        /// The API, curl, and the libraries for Python, PHP, Go and Ruby.
        case snakeCase
        /// The vendor's command line and Node library.
        case camelCase
        /// The .NET library.
        case pascalCase
    }

    /// What a name stands for.
    struct Match: Sendable {
        let field: ServiceField
        let spelling: Spelling
        /// The number of the name among all.
        fileprivate(set) var number = 0
        // At hand, since each member asks.
        let isDistinctive: Bool
        /// What its values are in a JSON text.
        let kind: JSONKind

        fileprivate init(_ field: ServiceField, _ spelling: Spelling) {
            self.field = field
            self.spelling = spelling
            isDistinctive = field.isDistinctive
            kind = field.valueType.kind
        }
    }

    /// All names, one after the other, in the order of their lengths.
    private let bytes: [UInt8]
    /// In the same order, where each stands in ``bytes``, and what it stands for.
    private let ranges: [Range<Int>]
    private let matches: [Match]
    /// By length, the number of the first; one more for how many there are.
    private let firsts: [Int]

    /// The names of every field in every spelling.
    static let all = ServiceFieldNames()

    private init() {
        var names: [(bytes: [UInt8], match: Match)] = []
        func add(_ name: String, _ match: Match) {
            let name = Array(name.utf8)
            if !names.contains(where: { $0.bytes == name }) { names.append((name, match)) }
        }
        for field in ServiceField.allCases {
            add(field.name, Match(field, .snakeCase))
            add(field.camelCaseName, Match(field, .camelCase))
            add(field.pascalCaseName, Match(field, .pascalCase))
        }
        names.sort { $0.bytes.count < $1.bytes.count }
        let longest = names.last?.bytes.count ?? 0
        bytes = names.flatMap(\.bytes)
        matches = names.enumerated().map { number, name in
            var match = name.match
            match.number = number
            return match
        }
        firsts = (0...longest + 1).map { length in names.count { $0.bytes.count < length } }
        var end = 0
        ranges = names.map { name in
            end += name.bytes.count
            return end - name.bytes.count..<end
        }
    }

    /// What the name of a number stands for.
    subscript(number number: Int) -> Match { matches[number] }

    /// The field that a name stands for.
    subscript(name: String) -> Match? { name.withBytes { self[$0] } }

    /// The field named by these UTF-8 bytes, exactly.
    subscript(name: UnsafeBufferPointer<UInt8>) -> Match? {
        let length = name.count
        guard length + 1 < firsts.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            for number in firsts[length]..<firsts[length + 1]
            where UnsafeBufferPointer(rebasing: bytes[ranges[number]]).startsWith(name) {
                return matches[number]
            }
            return nil
        }
    }
}

extension ServiceField {
    /// The field that a name in a JSON text stands for, as the API or one of the vendor's libraries writes it.
    package init?(jsonName: String) {
        guard let match = ServiceFieldNames.all[jsonName] else { return nil }
        self = match.field
    }
}

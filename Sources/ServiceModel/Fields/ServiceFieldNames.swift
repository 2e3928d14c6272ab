internal import Text

/// Finds the field that a JSON name stands for, from the name's bytes.
struct ServiceFieldNames: Sendable {
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
    }

    private struct Row {
        var names: [[UInt8]] = []
        var matches: [Match] = []
    }

    /// All names, in rows by their length in bytes.
    private let rows: [Row]

    /// The names of every field in every spelling.
    static let all = ServiceFieldNames()

    private init() {
        var rows: [Row] = []
        func add(_ name: String, _ match: Match) {
            let name = Array(name.utf8)
            while rows.count <= name.count { rows.append(Row()) }
            if rows[name.count].names.contains(name) { return }
            rows[name.count].names.append(name)
            rows[name.count].matches.append(match)
        }
        for field in ServiceField.allCases {
            add(field.name, Match(field: field, spelling: .snakeCase))
            add(field.camelCaseName, Match(field: field, spelling: .camelCase))
            add(field.pascalCaseName, Match(field: field, spelling: .pascalCase))
        }
        self.rows = rows
    }

    /// The field that a name stands for.
    subscript(name: String) -> Match? { self[Array(name.utf8)[...]] }

    /// The field named by these UTF-8 bytes, exactly.
    subscript(name: ArraySlice<UInt8>) -> Match? {
        guard name.count < rows.count else { return nil }
        return name.withUnsafeBufferPointer { name in
            for index in rows[name.count].names.indices {
                let isSame = rows[name.count].names[index].withUnsafeBufferPointer { $0.startsWith(name) }
                if isSame { return rows[name.count].matches[index] }
            }
            return nil
        }
    }
}

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

    /// All names, in rows by their length in bytes.
    private let rows: [[(name: [UInt8], match: Match)]]

    /// The names of every field in every spelling.
    static let all = ServiceFieldNames()

    private init() {
        var rows: [[(name: [UInt8], match: Match)]] = []
        func add(_ name: String, _ match: Match) {
            let name = Array(name.utf8)
            while rows.count <= name.count { rows.append([]) }
            if rows[name.count].contains(where: { $0.name == name }) { return }
            rows[name.count].append((name, match))
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
        return rows[name.count].first { $0.name[...] == name }?.match
    }
}

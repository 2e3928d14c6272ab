/// Finds the field that a JSON name stands for, from the name's bytes.
struct ServiceFieldNames: Sendable {
    /// What a name stands for.
    struct Match: Sendable, Hashable {
        let field: ServiceField
        /// Whether the name is written as only the vendor's command line and Node library write it.
        let isCamelCase: Bool
    }

    /// All names, in rows by their length in bytes.
    private let rows: [[(name: [UInt8], match: Match)]]

    /// The names of every field in snake_case and camelCase.
    static let all = ServiceFieldNames()

    private init() {
        var rows: [[(name: [UInt8], match: Match)]] = []
        func add(_ name: String, _ match: Match) {
            let name = Array(name.utf8)
            while rows.count <= name.count { rows.append([]) }
            rows[name.count].append((name, match))
        }
        for field in ServiceField.allCases {
            add(field.name, Match(field: field, isCamelCase: false))
            if field.camelCaseName != field.name { add(field.camelCaseName, Match(field: field, isCamelCase: true)) }
        }
        self.rows = rows
    }

    /// The field named by these UTF-8 bytes, exactly.
    subscript(name: some RandomAccessCollection<UInt8>) -> Match? {
        guard name.count < rows.count else { return nil }
        return rows[name.count].first { $0.name.elementsEqual(name) }?.match
    }
}

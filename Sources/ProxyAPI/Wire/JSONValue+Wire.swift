internal import JSON

/// Reading the properties of an answer, where null and absent mean the same.
extension JSONValue {
    /// Parses the body of an answer.
    static func answer(_ bytes: [UInt8]) throws(WireError) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue.parse(bytes)
        } catch {
            throw WireError(code: .notJSON, message: "not JSON (line \(error.line), column \(error.column))")
        }
    }

    /// The text of a property; nil where it is null or absent.
    func text(_ name: String) throws(WireError) -> String? {
        switch self[name] {
        case nil, .null?: nil
        case .string(let text)?: text
        default: throw WireError(code: .wrongShape, message: "\(name) is not a string")
        }
    }

    /// The whole number of a property; nil where it is null or absent.
    func wholeNumber(_ name: String) throws(WireError) -> Int? {
        switch self[name] {
        case nil, .null?: return nil
        case .number(let number)?:
            if let integer = number.integer, let value = Int(exactly: integer) { return value }
        default: break
        }
        throw WireError(code: .wrongShape, message: "\(name) is not a whole number")
    }

    /// The elements of a property that must be an array.
    func elements(_ name: String) throws(WireError) -> [JSONValue] {
        guard case .array(let elements)? = self[name] else {
            throw WireError(code: .wrongShape, message: "there is no array \(name)")
        }
        return elements
    }

    /// Whether the value is an object.
    var isObject: Bool {
        if case .object = self { true } else { false }
    }
}

import ProxyAPI
import ServiceModel
internal import Text

/// Reading the form of a create or update request.
extension ServiceParameters {
    /// Takes the eight parameters out of a form and checks each; others are ignored, and of one that is given twice the
    /// last counts.
    ///
    /// - Throws: the API's error 80701 for the first that is not valid, in the order of the field table.
    init(form: [(name: String, value: String)]) throws(APIProblem) {
        self.init()
        for field in ServiceField.allCases {
            guard let name = field.formParameter, let text = form.last(where: { $0.name == name })?.value else {
                continue
            }
            if let reason = set(field, text) { throw .invalidParameter(name, reason) }
        }
    }

    /// Sets one parameter; gives why it cannot be, or nil.
    private mutating func set(_ field: ServiceField, _ text: String) -> String? {
        let name = field.pascalCaseName
        self[field] = text
        switch field.role {
        case .name:
            if text.isEmpty { return "\(name) must not be empty." }
            return text.unicodeScalars.count <= ServiceField.longestUniqueName
                ? nil : "\(name) must be \(ServiceField.longestUniqueName) characters or fewer."
        case .number:
            guard let seconds = ServiceParameters.seconds(text) else { return "\(name) must be an integer." }
            return seconds >= 0 ? nil : "\(name) must not be negative."
        case .enumeration(let known): return ServiceParameters.unknownValue(text, among: known, name)
        case .identifier(let kind):
            return text.isEmpty || SID.isWellFormed(text, kind: kind)
                ? nil : "\(name) must be \(kind.rawValue) and 32 hexadecimal digits."
        case .callback: return ServiceParameters.notCallable(text)
        case .date, .resource, .links: return nil
        }
    }

    /// A decimal integer of 64 bits: digits, with `-` before them at most.
    private static func seconds(_ text: String) -> Int64? {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        guard !digits.isEmpty, digits.allSatisfy({ $0.isDigit }) else {
            return nil
        }
        return Int64(text)
    }

    private static func unknownValue(_ text: String, among known: [String], _ name: String) -> String? {
        // Compared as bytes: texts that only look alike are not values of the API.
        if known.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { return nil }
        return "\(name) must be one of \(known.joined(separator: ", "))."
    }

    /// Why a text is neither empty nor an absolute `http` or `https` URL with a host, or nil.
    private static func notCallable(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        if bytes.isEmpty { return nil }
        let reason = "It must be an absolute http or https URL."
        guard !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return reason }
        let lowered = bytes.prefix(8).map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        let start = lowered.starts(with: "http://".utf8) ? 7 : lowered.starts(with: "https://".utf8) ? 8 : 0
        guard start > 0 else { return reason }
        let authority = bytes[start...].prefix { !"/?#\\".utf8.contains($0) }
        let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
        guard let first = host.first, first != UInt8(ascii: ":") else { return reason }
        // An IPv6 address is in brackets, with colons of its own.
        let isEmptyLiteral = first == UInt8(ascii: "[") && host.dropFirst().first == UInt8(ascii: "]")
        return isEmptyLiteral ? reason : nil
    }

    /// Sets the parameters that are given in a Service; an empty URL or chat instance becomes null.
    func apply(to service: inout Service) {
        for field in ServiceField.allCases {
            guard let text = self[field] else { continue }
            switch field.role {
            case .number: service[field] = .integer(Int64(text) ?? 0)
            case .callback, .identifier: service[text: field] = text.isEmpty ? nil : text
            case .name, .enumeration, .date, .resource, .links: service[text: field] = text
            }
        }
    }
}

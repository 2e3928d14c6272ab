package import CEL
internal import PII
internal import Text

/// The functions that rules have beside those of the language: `pii.find`, `foldCase` and `isWithin`.
package enum AuditFunctions {
    package static var all: [CELFunction] { [find, foldCase, isWithin] }

    /// `pii.find(string) -> list(pii.Match)`: the personal data in a text, in order.
    private static var find: CELFunction {
        CELFunction(
            ofText: "pii.find", isMember: false, result: .list(.message(PIIMatchMessage.messageTypeName)),
            cost: findCost
        ) { bytes in
            let matches = PersonalDataMemory.shared.matches(in: bytes)
            // Nothing is found in most texts.
            return .value(matches.isEmpty ? .list([]) : .list(matches.map { .message(PIIMatchMessage($0)) }))
        }
    }

    /// The steps that looking through ten bytes takes: up to a microsecond.
    private static let findCost = 8

    /// `<string>.foldCase() -> string`: the text without differences of letter case, for comparing names.
    private static var foldCase: CELFunction {
        CELFunction(ofText: "foldCase", isMember: true, result: .string) { bytes in
            if bytes.reduce(0, |) < 0x80 { return .lowerASCII }
            return .value(.string(String(decoding: bytes, as: UTF8.self).uppercased().lowercased()))
        }
    }

    /// `<string>.isWithin(list(string)) -> bool`: whether a host is one of those of a list, or below one: `a.b` is below `b`.
    /// Texts are compared as they are, so both should be in small letters.
    private static var isWithin: CELFunction {
        CELFunction(name: "isWithin", isMember: true, parameters: [.string, .list(.string)], result: .bool) {
            arguments in
            guard arguments.count == 2, case .string(let host) = arguments[0], case .list(let domains) = arguments[1]
            else {
                throw CELError(message: "isWithin takes a string and a list of strings")
            }
            return .bool(domains.contains { $0.text.map { isHost(host, within: $0) } ?? false })
        }
    }

    private static func isHost(_ host: String, within domain: String) -> Bool {
        let (host, domain) = (host.utf8, domain.utf8)
        let rest = host.count - domain.count
        guard rest >= 0, host.suffix(domain.count).elementsEqual(domain) else { return false }
        return rest == 0 || host[host.index(host.startIndex, offsetBy: rest - 1)] == UInt8(ascii: ".")
    }
}

/// A match of `pii.find` as expressions see it.
package struct PIIMatchMessage: CELMessage, Equatable {
    private let match: PIIMatch

    init(_ match: PIIMatch) {
        self.match = match
    }

    /// The name of the message type.
    package static var messageTypeName: String { "pii.Match" }

    package var typeName: String { PIIMatchMessage.messageTypeName }

    package static var type: CELMessageType {
        CELMessageType(
            name: messageTypeName,
            fields: [
                CELField(name: "kind", type: .string), CELField(name: "confidence", type: .double),
                CELField(name: "level", type: .string), CELField(name: "masked", type: .string),
                CELField(name: "reason", type: .string),
            ])
    }

    package func value(at slot: Int) -> CELValue {
        switch slot {
        case 0: .string(match.kind.rawValue)
        case 1: .double(match.confidence)
        case 2: .string(match.level.rawValue)
        case 3: .string(match.masked)
        case 4: .string(match.reason)
        default: .null
        }
    }
}

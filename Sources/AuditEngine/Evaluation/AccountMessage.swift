package import CEL

/// What is known of a Service's account, as expressions see it: the message `account`.
///
/// A class, so that setting the variable copies a reference and no texts.
package final class AccountMessage: CELMessage, Equatable {
    /// The account's SID; nil where the source does not tell it.
    package let sid: String?
    /// What the configuration calls it; nil where it is not in the configuration.
    package let label: String?
    /// The configuration's tags for it.
    package let tags: [String]

    package init(sid: String?, label: String? = nil, tags: [String] = []) {
        self.sid = sid
        self.label = label
        self.tags = tags
    }

    package static func == (left: AccountMessage, right: AccountMessage) -> Bool {
        left === right || (left.sid, left.label) == (right.sid, right.label) && left.tags == right.tags
    }

    package static var messageTypeName: String { "Account" }

    package var typeName: String { AccountMessage.messageTypeName }

    /// The message type.
    package static var type: CELMessageType {
        CELMessageType(
            name: messageTypeName,
            fields: [
                CELField(name: "sid", type: .wrapper(.string)), CELField(name: "label", type: .wrapper(.string)),
                CELField(name: "tags", type: .list(.string)),
            ])
    }

    package func value(at slot: Int) -> CELValue {
        switch slot {
        case 0: sid.map(CELValue.string) ?? .null
        case 1: label.map(CELValue.string) ?? .null
        case 2: .list(tags.map(CELValue.string))
        default: .null
        }
    }
}

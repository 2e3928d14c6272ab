internal import Text
internal import Yams

/// A YAML text that was read: one document, without anchors, aliases and tags, with the place of every node.
///
/// Plain scalars follow the core schema of YAML 1.2, less its octal and hexadecimal integers, infinities and NaN, which
/// are texts here: `true` and `false` are truth values, but `yes` and `on` are texts.
package struct YAMLDocument: Sendable {
    /// The whole text.
    package let text: String
    /// Its UTF-8 bytes.
    let bytes: [UInt8]
    /// The topmost node; `.null` for an empty text.
    package let root: YAMLNode

    /// The largest text that is read, in bytes.
    package static var largestSize: Int { 4 << 20 }
    /// How deep nodes may stand in each other.
    package static var deepestNesting: Int { 64 }

    /// Reads `text`.
    ///
    /// - Throws: `YAMLError` for a text that is too large, too deeply nested, no YAML, or has a duplicate key, an
    ///   anchor, an alias, a tag, a key that is no text, or more than one document. Linear in the text's size.
    package init(_ text: String) throws(YAMLError) {
        self.text = text
        bytes = Array(text.utf8)
        let positions = MarkPositions(text)
        guard text.utf8.count <= YAMLDocument.largestSize else {
            throw YAMLError(offset: 0, message: "the text is larger than \(YAMLDocument.largestSize >> 20) MiB")
        }
        root = try YAMLDocument.root(of: text, positions: positions)
    }

    private static func root(of text: String, positions: MarkPositions) throws(YAMLError) -> YAMLNode {
        do {
            let parser = try Parser(yaml: text)
            // Nodes refer to their anchors weakly: the parser must live for these to be seen.
            return try withExtendedLifetime(parser) {
                guard let node = try parser.singleRoot() else {
                    return YAMLNode(content: .null, offset: 0)
                }
                return try YAMLDocument.node(node, depth: 0, positions: positions)
            }
        } catch let error as YAMLError {
            throw error
        } catch let error as YamlError {
            throw YAMLError(error, positions: positions)
        } catch {
            throw YAMLError(.syntax, offset: 0, message: "not a YAML text")
        }
    }

    private static func node(_ node: Node, depth: Int, positions: MarkPositions) throws(YAMLError) -> YAMLNode {
        let offset = positions.offset(of: node.mark)
        guard depth <= deepestNesting else { throw YAMLError(offset: offset, message: "nested too deeply") }
        guard node.anchor == nil else {
            throw YAMLError(offset: offset, message: "anchors and aliases are not allowed")
        }
        switch node {
        case .alias:
            throw YAMLError(offset: offset, message: "anchors and aliases are not allowed")
        case .scalar(let scalar):
            return self.scalar(scalar, offset: offset)
        case .sequence(let sequence):
            var elements: [YAMLNode] = []
            elements.reserveCapacity(sequence.count)
            for element in sequence {
                elements.append(try self.node(element, depth: depth + 1, positions: positions))
            }
            return YAMLNode(content: .sequence(elements), offset: offset)
        case .mapping(let mapping):
            var entries: [YAMLNode.Entry] = []
            entries.reserveCapacity(mapping.count)
            for (key, value) in mapping {
                let keyOffset = positions.offset(of: key.mark)
                guard case .scalar(let name) = key, key.anchor == nil else {
                    throw YAMLError(offset: keyOffset, message: "a key must be a text")
                }
                let value = try self.node(value, depth: depth + 1, positions: positions)
                entries.append(YAMLNode.Entry(key: name.string, keyOffset: keyOffset, value: value))
            }
            return YAMLNode(content: .mapping(entries), offset: offset)
        }
    }

    private static func scalar(_ scalar: Node.Scalar, offset: Int) -> YAMLNode {
        let text = scalar.string
        switch scalar.style {
        case .singleQuoted: return YAMLNode(content: .string(text), offset: offset, written: text, style: .singleQuoted)
        case .doubleQuoted: return YAMLNode(content: .string(text), offset: offset, written: text, style: .doubleQuoted)
        case .literal, .folded: return YAMLNode(content: .string(text), offset: offset, written: text, style: .block)
        case .any, .plain: break
        }
        let content: YAMLNode.Content =
            switch text {
            case "", "~", "null", "Null", "NULL": .null
            case "true", "True", "TRUE": .bool(true)
            case "false", "False", "FALSE": .bool(false)
            default: number(text) ?? .string(text)
            }
        return YAMLNode(content: content, offset: offset, written: text, style: .plain)
    }

    private static func number(_ text: String) -> YAMLNode.Content? {
        var digits = text.utf8[...]
        if let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { digits.removeFirst() }
        guard let first = digits.first, first.isDigit else { return nil }
        if let integer = Int64(text) { return .integer(integer) }
        let isDecimal = digits.allSatisfy { byte in
            byte.isDigit || ".eE+-".utf8.contains(byte)
        }
        guard isDecimal, let number = Double(text), number.isFinite else { return nil }
        return .double(number)
    }
}

import CLibXML2

/// A JUnit XML report as libxml2's parser reads it, in a form for tests.
struct JUnitDocument {
    struct Case {
        let className: String
        let name: String
        let time: String
        /// `failure`, `error` or `skipped`; nil for a case that passed.
        let result: String?
        let type: String?
        let message: String
        let body: String
    }

    struct Suite {
        let attributes: [String: String]
        let cases: [Case]
        let output: String
        let errors: String

        var name: String { attributes["name"] ?? "" }
        func count(_ result: String?) -> Int { cases.count { $0.result == result } }
    }

    let suites: [Suite]

    /// Parses without network, entities or repairs; nil where it is not well-formed.
    init?(_ bytes: [UInt8]) {
        guard let document = XMLDocument(bytes), let root = document.root else { return nil }
        suites = JUnitDocument.elements(of: root).map { suite in
            let children = JUnitDocument.elements(of: suite)
            return Suite(
                attributes: JUnitDocument.attributes(of: suite),
                cases: children.filter { JUnitDocument.name(of: $0) == "testcase" }.map(JUnitDocument.testCase),
                output: children.filter { JUnitDocument.name(of: $0) == "system-out" }.map(JUnitDocument.text).joined(),
                errors: children.filter { JUnitDocument.name(of: $0) == "system-err" }.map(JUnitDocument.text).joined())
        }
    }

    private static func testCase(_ node: xmlNodePtr) -> Case {
        let own = attributes(of: node)
        let result = elements(of: node).first
        let detail = result.map(attributes(of:)) ?? [:]
        return Case(
            className: own["classname"] ?? "", name: own["name"] ?? "", time: own["time"] ?? "",
            result: result.map(name(of:)), type: detail["type"], message: detail["message"] ?? "",
            body: result.map(text(of:)) ?? "")
    }

    private static func elements(of node: xmlNodePtr) -> [xmlNodePtr] {
        var elements: [xmlNodePtr] = []
        var child = node.pointee.children
        while let current = child {
            if current.pointee.type == XML_ELEMENT_NODE { elements.append(current) }
            child = current.pointee.next
        }
        return elements
    }

    private static func attributes(of node: xmlNodePtr) -> [String: String] {
        var values: [String: String] = [:]
        var attribute = node.pointee.properties
        while let current = attribute {
            let name = String(cString: current.pointee.name)
            values[name] = take(xmlGetProp(node, current.pointee.name))
            attribute = current.pointee.next
        }
        return values
    }

    private static func name(of node: xmlNodePtr) -> String { String(cString: node.pointee.name) }

    private static func text(of node: xmlNodePtr) -> String { take(xmlNodeGetContent(node)) }

    private static func take(_ text: UnsafeMutablePointer<xmlChar>?) -> String {
        guard let text else { return "" }
        defer { proxy_audit_xml_free(text) }
        return String(cString: text)
    }
}

/// A parsed document of libxml2.
struct XMLDocument: ~Copyable {
    let document: xmlDocPtr

    /// Parses strictly; nil where it is not well-formed.
    init?(_ bytes: [UInt8]) {
        let options = Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_HUGE.rawValue)
        let parsed = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil, options)
        }
        guard let parsed else { return nil }
        document = parsed
    }

    deinit { xmlFreeDoc(document) }

    var root: xmlNodePtr? { xmlDocGetRootElement(document) }
}

/// An XML Schema that libxml2 has read.
struct XMLSchema: ~Copyable {
    private let schema: xmlSchemaPtr

    /// Reads a schema file; nil where it is none.
    init?(path: String) {
        guard let parser = xmlSchemaNewParserCtxt(path) else { return nil }
        defer { xmlSchemaFreeParserCtxt(parser) }
        guard let schema = xmlSchemaParse(parser) else { return nil }
        self.schema = schema
    }

    deinit { xmlSchemaFree(schema) }

    /// Whether a document satisfies the schema; the reasons why not go to standard error.
    func accepts(_ document: borrowing XMLDocument) -> Bool {
        guard let validator = xmlSchemaNewValidCtxt(schema) else { return false }
        defer { xmlSchemaFreeValidCtxt(validator) }
        return xmlSchemaValidateDoc(validator, document.document) == 0
    }
}

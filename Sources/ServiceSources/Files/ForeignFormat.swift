internal import Text

/// What a file is that is not JSON, as far as its first bytes tell, and what to give instead.
enum ForeignFormat: Sendable, CaseIterable {
    case html, xml, yaml, csv, tsv, columns, jsonp, json5, terraform, tar, sevenZip, rar, pdf, sqlite, parquet, utf16
    case binary, text

    /// Looks at the beginning of a file, without the white space before it.
    init(_ beginning: some Collection<UInt8>) {
        let bytes = Array(beginning.prefix(512))
        let start = bytes.prefix(256)
        let text = String(decoding: start, as: UTF8.self)
        let lowercased = text.lowercased()
        if let magic = ForeignFormat.magic(bytes) {
            self = magic
        } else if start.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0D, 0x1B].contains($0) }) {
            self = .binary
        } else if lowercased.hasPrefix("<!doctype html") || lowercased.hasPrefix("<html") {
            self = .html
        } else if start.first == UInt8(ascii: "<") {
            self = .xml
        } else {
            self = ForeignFormat.ofText(text, lowercased, Array(start))
        }
    }

    private static func magic(_ bytes: [UInt8]) -> ForeignFormat? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
        if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) { return .tar }
        let magics: [(ForeignFormat, [UInt8])] = [
            (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF]), (.rar, Array("Rar!".utf8)), (.pdf, Array("%PDF-".utf8)),
            (.sqlite, Array("SQLite format 3".utf8)), (.parquet, Array("PAR1".utf8)),
        ]
        return magics.first { bytes.starts(with: $0.1) }?.0
    }

    private static func ofText(_ text: String, _ lowercased: String, _ start: [UInt8]) -> ForeignFormat {
        // Before tables: what stands in the call names fields, and has commas.
        if isCall(text) { return .jsonp }
        let line = lowercased.prefix { !$0.isNewline }
        let isHeading = ["sid", "unique_name", "unique name", "uniquename", "callback"].contains(where: line.contains)
        if isHeading, line.contains("\t") { return .tsv }
        if isHeading, line.contains(",") || line.contains(";") { return .csv }
        if isHeading, line.contains("  ") { return .columns }
        if text.hasPrefix("//") || text.hasPrefix("/*") { return .json5 }
        let blocks = ["resource \"", "provider \"", "terraform {", "variable \"", "module \"", "locals {", "data \""]
        if blocks.contains(where: lowercased.hasPrefix) { return .terraform }
        return seemsYAML(start) ? .yaml : .text
    }

    /// Whether a call of a function stands around the first value, as in `cb({…})`, `/**/cb([…])` and `window.cb && cb(…)`.
    private static func isCall(_ text: String) -> Bool {
        let before = text.prefix { !"{[\"".contains($0) }.filter { !$0.isWhitespace }
        guard before.last == "(", let name = before.dropLast().last else { return false }
        return name.isLetter || name.isNumber || name == "_" || name == "$"
    }

    /// One line.
    var reason: String {
        switch self {
        case .html: "not JSON but an HTML page"
        case .xml: "not JSON but XML or HTML"
        case .yaml: "not JSON; it looks like YAML"
        case .csv: "not JSON but comma-separated values; \(wayOut)"
        case .tsv: "not JSON but tab-separated values; \(wayOut)"
        case .columns: "not JSON but a table for people; \(wayOut)"
        case .jsonp: "not JSON but JSONP, a call in JavaScript around it; give what stands in its brackets"
        case .json5: "not JSON but JSON5 or JSON with comments; give strict JSON"
        case .terraform: "not JSON but Terraform's language; give the output of 'terraform show -json'"
        case .tar: "not JSON but a tar archive; unpack it and give the folder"
        case .sevenZip, .rar: "not JSON but an archive; unpack it and give the folder"
        case .pdf: "not JSON but a PDF document"
        case .sqlite: "not JSON but an SQLite database"
        case .parquet: "not JSON but a Parquet file"
        case .utf16: "not UTF-8; it looks like UTF-16"
        case .binary: "not JSON but binary data"
        case .text: "not JSON"
        }
    }

    private var wayOut: String { "export with '-o json', as in 'twilio api:proxy:v1:services:list -o json'" }

    /// Whether the first line is a document marker, a comment, a list item or a plain name with a colon.
    private static func seemsYAML(_ start: [UInt8]) -> Bool {
        if start.starts(with: "---".utf8) || start.starts(with: "- ".utf8) || start.starts(with: "#".utf8) {
            return true
        }
        let name = start.prefix { $0.isAlphanumeric || "_-".utf8.contains($0) }
        let rest = start.dropFirst(name.count)
        guard !name.isEmpty, rest.first == UInt8(ascii: ":") else { return false }
        return [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(rest.dropFirst().first)
    }
}

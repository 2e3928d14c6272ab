import CLibXML2

/// libxml2's streaming writer, writing UTF-8 XML into a buffer that is emptied into a sink from time to time.
///
/// Escaping, quoting and nesting are the library's. Texts must be legal XML 1.0, as `VisibleText` makes them. Every
/// call's return value is checked.
struct XMLTextWriter: ~Copyable {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr

    /// Makes a writer.
    /// - Throws: `ReportError` where there is no memory for it.
    init() throws(ReportError) {
        // The library's tables are made once, which is safe only if it is asked to before several threads use it.
        xmlInitParser()
        guard let buffer = xmlBufferCreate() else { throw XMLTextWriter.failure }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
            xmlBufferFree(buffer)
            throw XMLTextWriter.failure
        }
        self.buffer = buffer
        self.writer = writer
    }

    deinit {
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    /// Begins a document, indented by a blank a level.
    mutating func startDocument() throws(ReportError) {
        try check(xmlTextWriterSetIndent(writer, 1))
        try check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil))
    }

    /// Begins an element.
    mutating func start(_ name: String) throws(ReportError) {
        try check(xmlTextWriterStartElement(writer, name))
    }

    /// Gives the element that was just begun an attribute.
    mutating func attribute(_ name: String, _ value: String) throws(ReportError) {
        try check(xmlTextWriterWriteAttribute(writer, name, value))
    }

    /// Gives the element that was just begun an attribute with a number.
    mutating func attribute(_ name: String, _ number: Int) throws(ReportError) {
        try attribute(name, String(number))
    }

    /// Writes text inside the open element.
    mutating func text(_ text: String) throws(ReportError) {
        try check(xmlTextWriterWriteString(writer, text))
    }

    /// Ends the innermost open element.
    mutating func end() throws(ReportError) {
        try check(xmlTextWriterEndElement(writer))
    }

    /// Ends the document and hands all of it on.
    mutating func endDocument(to sink: inout ReportSink) throws(ReportError) {
        try check(xmlTextWriterEndDocument(writer))
        try check(xmlTextWriterFlush(writer))
        try handOn(to: &sink)
    }

    /// Hands on what was written, where there is a piece of it.
    mutating func handOnPieces(to sink: inout ReportSink) throws(ReportError) {
        if Int(xmlBufferLength(buffer)) >= ReportSink.pieceSize { try handOn(to: &sink) }
    }

    private func handOn(to sink: inout ReportSink) throws(ReportError) {
        let length = Int(xmlBufferLength(buffer))
        guard length > 0, let content = xmlBufferContent(buffer) else { return }
        try sink.write(UnsafeRawBufferPointer(start: content, count: length))
        xmlBufferEmpty(buffer)
    }

    /// Every function of the writer returns a count of bytes, or -1.
    private func check(_ result: Int32) throws(ReportError) {
        guard result >= 0 else { throw XMLTextWriter.failure }
    }

    private static var failure: ReportError {
        ReportError(code: .xmlFailure, path: "as JUnit XML", cause: "libxml2 gave up (out of memory?)")
    }
}

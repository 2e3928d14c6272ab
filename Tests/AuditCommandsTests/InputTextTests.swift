import Testing

@testable import AuditCommands

/// Texts that commands read whole.
@Suite struct InputTextTests {
    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x61], "a"), ([0x61, 0xEF, 0xBB, 0xBF], "a\u{FEFF}"), ([0xEF, 0xBB, 0xBF], ""),
            ([], ""),
        ] as [([UInt8], String)])
    func aByteOrderMarkIsNoText(bytes: [UInt8], text: String) throws {
        #expect(try Array(InputText.text(of: bytes, label: "a.yaml").utf8) == Array(text.utf8))
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], "a.yaml: UTF-16, not UTF-8: save it as UTF-8"),
            ([0x61, 0xFF], "a.yaml: not UTF-8"),
        ] as [([UInt8], String)])
    func otherEncodingsAreTold(bytes: [UInt8], message: String) {
        let error = #expect(throws: CommandError.self) { try InputText.text(of: bytes, label: "a.yaml") }
        #expect(error?.message == message)
    }
}

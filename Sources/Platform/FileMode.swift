/// Who may read and write a report.
package struct FileMode: Sendable, Hashable {
    /// The permission bits.
    package let bits: UInt32

    /// Its owner alone: reports tell where personal data is.
    package static var ownerOnly: FileMode { FileMode(bits: 0o600) }

    private init(bits: UInt32) { self.bits = bits }

    /// Reads octal digits such as `0644`; nil for what is no mode, or one without which the owner could not write.
    package init?(octal text: String) {
        guard (3...4).contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- 0x30 < 8 }),
            let bits = UInt32(text, radix: 8), bits & ~0o666 == 0, bits & 0o600 == 0o600
        else { return nil }
        self.init(bits: bits)
    }
}

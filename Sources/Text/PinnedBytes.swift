/// Bytes that stay at one address until the last owner is gone, so that parts of them can be handed about without copies.
///
/// An array promises no address beyond a closure. Whoever takes ``bytes`` must hold the owner while it uses them.
///
/// Public, as Swift inlines nothing of a type that is the package's into its other modules.
public struct PinnedBytes: ~Copyable, Sendable {
    // A number, since pointers are not Sendable; the bytes never change, so that several threads may read them.
    @usableFromInline
    internal let address: UInt
    public let count: Int

    /// Copies bytes. Complexity: linear in their number.
    public init(copying bytes: ArraySlice<UInt8>) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        memory.copyBytes(from: bytes)
        address = UInt(bitPattern: memory.baseAddress)
        count = bytes.count
    }

    deinit { UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }

    @inlinable
    public var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: UnsafePointer(bitPattern: address), count: count)
    }
}

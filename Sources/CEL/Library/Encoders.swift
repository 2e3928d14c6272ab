internal import Text

/// The encoders extension, by the names and meanings of cel-go's `ext.Encoders`.
enum Encoders {
    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        Function(
            "base64.encode", [.global([.bytes], .string)],
            cost: .linear,
            .unary { (value, meter) throws(CELFault) in
                guard case .bytes(let bytes) = value else { throw .noSuchOverload("base64.encode", [value]) }
                try meter.charge(bytes: bytes.count)
                return .string(Base64.encoded(bytes))
            }),
        Function(
            "base64.decode", [.global([.string], .bytes)],
            cost: .linear,
            .unary { (value, meter) throws(CELFault) in
                guard case .string(let text) = value else { throw .noSuchOverload("base64.decode", [value]) }
                try meter.charge(bytes: text.utf8.count)
                guard let bytes = text.withBytes({ Base64.decoded($0) }) else {
                    throw .noBase64
                }
                return .bytes(bytes)
            }, traits: .reading(refused: "no Base64")),
    ]
}

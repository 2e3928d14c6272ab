internal import CEL

extension FuzzTarget {
    /// The expression that an input stands for.
    package func source(of input: [UInt8]) -> String {
        switch self {
        case .compile: String(decoding: input, as: UTF8.self)
        case .evaluate: Self.generated(input).source
        }
    }

    /// Whether a source compiles in the environment of the fuzzer.
    package static func compiles(_ source: String) -> Bool {
        do throws(CELCompileError) {
            _ = try FuzzEnvironment.environment.compile(source)
            return true
        } catch {
            return false
        }
    }
}

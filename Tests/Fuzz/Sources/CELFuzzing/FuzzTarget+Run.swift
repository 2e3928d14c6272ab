#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

extension FuzzTarget {
    /// Runs the work for an input; where a property does not hold, says so on standard error and aborts.
    package func run(_ input: [UInt8]) {
        let violations = violations(input)
        guard violations.isEmpty else {
            // Written, since an optimized build's traps say nothing.
            let text = Array(violations.map { "property: \($0)\n" }.joined().utf8)
            _ = write(STDERR_FILENO, text, text.count)
            abort()
        }
    }
}

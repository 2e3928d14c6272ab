internal import PII

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// A pattern that, repeated, makes every position of a text look like the beginning of something.
package struct HostileText: Sendable, CustomStringConvertible {
    /// What is repeated.
    package let pattern: String

    package var description: String { pattern.debugDescription }

    /// One for each finder, claim and view of the detector, or more.
    package static let all: [HostileText] = [
        // Mailboxes, quoted, chained, in URLs and spelled out.
        "@", "a@", "a.", "a.b@c.", "\"@", "://a:b@", "a at ", " dot ", "a at b dot ", "mailto:a@b.c",
        // Numbers in every dress.
        "1", "1 ", "1.", "1.2.3.4.", "+1", "+1 ", "00 ", "0044 ", "(0)", "+44 20 7946 ", "tel ", "tel 1", "4539-",
        "4539 5260 ",
        "12-", "31.12.1999 ", "dob ", "born 1.1.", "ssn 078-05-", "cpf 111.", "passport ", "P<", "<",
        // Addresses of the network, hashes, IBANs.
        ":", "::", "2a00:", "1:2:", "ip-", "GB29", "GB29 ", "DE89 3704 ", "0123456789abcdef-", "f", "KS",
        // Names, streets and handles.
        "Maria ", "Maria_", "MariaGarcia", "maria", "dr ", "driver ", "de la ", "O'", "J. ", "M a r i a ", "a", "aB",
        "王", "김", "田中", "Иван ", "مح", "12 Main Street ", "PO Box ", "flat 1 ", "@a ", "@a/", "twitter.com/",
        // Disguises.
        "%", "%25", "%2", "%41", "&", "&#", "&#x41;", "&amp;", "YUBi", "YUBiLmlv", "6140622e696f", "a\u{200B}",
        "\u{301}", "é",
        "\u{FF20}", "\u{1D5E0}", "\u{0661}", "m4r14 ", "one two ", "五", "ｐ", "\u{202E}", "💥1", "\u{0}",
    ].map(HostileText.init)

    /// How many times as long the search of a text takes that is `factor` times as long as one of `length` bytes, and how
    /// long that is: about `factor` times where time is linear. Masking searches several times.
    ///
    /// Times are those of this thread on the processor, the least of `rounds`, so that little else is measured.
    package func growth(
        from length: Int, by factor: Int, rounds: Int, isMasking: Bool
    ) -> (ratio: Double, seconds: Double) {
        let short = seconds(length, rounds: rounds, isMasking: isMasking)
        let long = seconds(length * factor, rounds: rounds, isMasking: isMasking)
        // What takes next to no time cannot be compared.
        return (long / max(short, 0.000_05), long)
    }

    private func seconds(_ length: Int, rounds: Int, isMasking: Bool) -> Double {
        let detector = PIIDetector()
        let text = String(repeating: pattern, count: max(1, length / pattern.utf8.count))
        return (0..<rounds).map { _ in
            let start = Self.processorTime
            if isMasking { _ = detector.mask(text) } else { _ = detector.find(in: text) }
            return Self.processorTime - start
        }.min() ?? 0
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// Small pieces of English that several reports share.
enum Phrase {
    /// A number and its noun, such as `1 finding` or `2 findings`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// Seconds with three decimals, such as `1.050`; what is below zero counts as zero.
    static func seconds(milliseconds: Int64) -> String {
        let time = max(0, milliseconds)
        let decimals = String(time % 1000)
        return "\(time / 1000)." + String(repeating: "0", count: 3 - decimals.utf8.count) + decimals
    }
}

/// What the structure and check digits of a number say for its being a national identification number of some scheme.
enum NationalIDProof: Comparable, Sendable {
    /// It breaks the scheme's rules.
    case wrong
    /// It is a number that documentation uses.
    case sample
    /// It keeps the rules, but so do many other numbers, or dates and times.
    case doubtful
    /// It has the structure; the scheme has no check digit, or not all its numbers have a right one.
    case structure
    /// A check digit is right.
    case weak
    /// Check digits are right, and a date or other rules besides.
    case strong

    /// This proof, or ``wrong`` where `condition` does not hold.
    func when(_ condition: Bool) -> NationalIDProof { condition ? self : .wrong }
}

/// Makes a view of a text from its units, each with its place in the original.
struct TextBuilder {
    private let source: NormalizedText
    private var units: [Unit] = []
    private var origins: [NormalizedText.Origin] = []

    init(_ source: NormalizedText) {
        self.source = source
        units.reserveCapacity(source.units.count)
        origins.reserveCapacity(source.units.count)
    }

    /// The units of the source at `range`, as they are.
    mutating func copy(_ range: Range<Int>) {
        for index in range {
            units.append(source.units[index])
            origins.append(source.origin(of: index))
        }
    }

    /// One unit in place of those of the source at `range`.
    mutating func replace(_ range: Range<Int>, by unit: Unit, undoing disguise: Disguise) {
        let place = source.originalRange(of: range)
        units.append(unit)
        origins.append(
            NormalizedText.Origin(
                start: place.lowerBound, end: place.upperBound, disguise: source.disguise(in: range).union(disguise)))
    }

    /// The view.
    consuming func text() -> NormalizedText { NormalizedText(units: units, origins: origins) }
}

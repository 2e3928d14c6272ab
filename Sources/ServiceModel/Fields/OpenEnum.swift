/// An enumeration value that the API may extend at any time: a known case, or whatever else was met, kept as it was.
package protocol OpenEnum: Sendable, Hashable {
    /// The value as the API writes it.
    var text: String { get }
    /// Every value that the API's description or documentation names.
    static var known: [Self] { get }
    /// Takes any text; never fails.
    init(_ text: String)
}

extension OpenEnum {
    /// Whether the value is one that the API's description or documentation names.
    package var isKnown: Bool { Self.known.contains(self) }
}

/// Where a proxy number must be relative to the participant's number.
///
/// The API's description lists `area-code`, `overlay`, `radius` and `country`; its prose also `extended-area-code`.
package struct GeoMatchLevel: OpenEnum {
    package let text: String
    package init(_ text: String) { self.text = text }

    package static var known: [GeoMatchLevel] {
        ["area-code", "overlay", "radius", "country", "extended-area-code"].map(GeoMatchLevel.init)
    }
    /// The value of a Service that was created without one.
    package static var defaultValue: GeoMatchLevel { GeoMatchLevel("country") }
}

/// How a proxy number is chosen for a participant.
package struct NumberSelectionBehavior: OpenEnum {
    package let text: String
    package init(_ text: String) { self.text = text }

    package static var known: [NumberSelectionBehavior] {
        ["avoid-sticky", "prefer-sticky"].map(NumberSelectionBehavior.init)
    }
    /// The value of a Service that was created without one.
    package static var defaultValue: NumberSelectionBehavior { NumberSelectionBehavior("prefer-sticky") }
}

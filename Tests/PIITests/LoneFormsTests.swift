import SeededGenerator
import Testing

@testable import PII

/// The automaton of forms is left with a form wherever one of them is, and only there.
@Suite struct LoneFormsTests {
    private static let forms = NationalIDScheme.all.flatMap(\.forms).filter(\.mayStandAlone)

    /// Whether a form begins with letters, or digits, at these places, each with a separator before it or not.
    private static func isLeft(_ form: NationalIDForm, _ characters: [(isLetter: Bool, isParted: Bool)]) -> Bool {
        form.count >= characters.count
            && characters.enumerated().allSatisfy { place, character in
                let others = character.isLetter ? form.digits : form.letters
                return others >> UInt32(place) & 1 == 0 && (form.breaks >> UInt32(place) & 1 == 1) == character.isParted
            }
    }

    @Test func formsAreFollowed() {
        let lone = LoneForms(Self.forms)
        var generator = SeededGenerator(seed: 77)
        var (whole, ended) = (0, 0)
        for _ in 0..<4_000 {
            // A form, gone wrong now and then.
            guard let form = Self.forms.randomElement(using: &generator) else { continue }
            var characters: [(isLetter: Bool, isParted: Bool)] = []
            var state = LoneForms.State.start
            for place in 0..<form.count + 1 {
                let isWrong = Int.random(in: 0..<40, using: &generator) == 0
                let isLetter =
                    form.letters >> UInt32(place) & 1 == 1 || form.digits >> UInt32(place) & 1 == 0 && isWrong
                let isParted = (form.breaks >> UInt32(place) & 1 == 1) != isWrong
                characters.append((isLetter, isParted))
                state = lone.following(state, isLetter: isLetter, isParted: isParted)
                let left = Self.forms.filter { Self.isLeft($0, characters) }
                #expect(state.isEmpty == left.isEmpty)
                #expect(state.isWhole == left.contains { $0.count == characters.count })
                whole += state.isWhole ? 1 : 0
                ended += state.isEmpty ? 1 : 0
            }
        }
        #expect(whole > 1_000 && ended > 1_000)
    }
}

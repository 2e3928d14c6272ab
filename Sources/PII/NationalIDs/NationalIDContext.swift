/// What the words around a number say of it.
struct NationalIDContext: Sendable {
    /// What words close to it mean, with nothing but empty words between.
    var near: NationalIDMeaning = []
    /// What all words within reach mean.
    var all: NationalIDMeaning = []
    /// What the nearest word means.
    var nearest: NationalIDMeaning = []
    /// Whether a word for a telephone is near.
    var isPhone = false

    /// Takes in what the words on the other side mean.
    mutating func formUnion(_ other: NationalIDContext) {
        near.formUnion(other.near)
        all.formUnion(other.all)
        isPhone = isPhone || other.isPhone
    }
}

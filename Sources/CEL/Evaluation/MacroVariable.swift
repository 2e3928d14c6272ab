/// What a variable of a macro stands for.
enum MacroVariable {
    case value(CELValue)
    /// A text that stands somewhere for as long as the macro walks.
    case text(TextBytes)

    /// The value, which is made of a text.
    var value: CELValue {
        switch self {
        case .value(let value): value
        case .text(let text): .string(String(text))
        }
    }
}

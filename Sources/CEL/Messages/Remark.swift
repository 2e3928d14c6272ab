/// What linters say of an expression that compiles: every remark with its kind and its words.
enum Remark: Sendable, Hashable {
    // MARK: Conditions

    case constantCondition(Bool)
    case neverNull(field: String)
    case contradiction
    /// An operand that decides `&&` or `||`, whose sign it is given with.
    case deciding(Bool, String)
    case idle(Bool)
    case exclusive
    case exhaustive
    case repeated(in: String)
    case unknownValue(of: String)
    /// A text that is never found, since a function gives texts of a property.
    case neverFound(TextShape.Property, function: String, length: Int, value: String)

    // MARK: Failures

    case failure(String, isCertain: Bool)
    case noElement(String, Int64)
    case noKey(String, String)
    case empty(String, function: String)
    case zero(String)
    case nowhere(String, function: String)
    case short(String, Int64, function: String)
    /// A text that a function may refuse, and what it is then.
    case refused(String, String, function: String)
    case null(String, String)
    case alwaysNull(String, String)

    // MARK: Texts

    case clauseInText(String)
    case backspace
    case openDots(String)
}

extension Remark {
    /// What kind of slip it is.
    var kind: CELLint.Kind {
        switch self {
        case .constantCondition, .neverNull, .contradiction, .deciding, .idle, .exclusive, .exhaustive, .neverFound:
            .constantCondition
        case .repeated: .repeatedCondition
        case .unknownValue: .unknownValue
        case .failure(_, let isCertain): isCertain ? .certainFailure : .failingConstant
        case .noElement, .noKey, .empty, .zero, .nowhere, .short, .refused: .unguardedFailure
        case .null: .unguardedNull
        case .alwaysNull: .alwaysNull
        case .clauseInText, .backspace, .openDots: .suspiciousText
        }
    }

    /// What is probably not meant: one sentence without a full stop.
    var message: String {
        switch self {
        case .constantCondition(let value): "the condition is always \(value)"
        case .neverNull(let field): "this is always true: the field '\(field)' is never null"
        case .contradiction:
            "this never holds together with what was asked before, so the condition is always false"
        case .deciding(let value, let sign): "this is always \(value), so the whole '\(sign)' is always \(value)"
        case .idle(let value): "this is always \(value), so it changes nothing"
        case .exclusive: "this never holds together with what was asked before, so the whole '&&' is always false"
        case .exhaustive: "this holds whenever the conditions before it do not, so the whole '||' is always true"
        case .repeated(let sign): "the same condition stands before in this '\(sign)'"
        case .unknownValue(let field): "'\(field)' is not known to have this value"
        case .neverFound(let property, let function, let length, let value):
            "'\(function)' \(property.words(besideTextOf: length)), so this is always \(value)"
        case .failure(let reason, _): "this always fails: \(reason)"
        case .noElement(let list, let index): "\(list) may have no element \(index)"
        case .noKey(let map, let key): "\(map) may not have the key '\(key)'"
        case .empty(let list, let function): "\(list) may be empty, and '\(function)' fails on it"
        case .zero(let divisor): "\(divisor) may be 0, and a division by 0 fails"
        case .nowhere(let position, let function): "\(position) may be -1, and '\(function)' fails on it"
        case .short(let text, let length, let function):
            "\(text) may be shorter than \(length), and '\(function)' fails on it"
        case .refused(let text, let what, let function): "\(text) may be \(what), and '\(function)' fails on it"
        case .null(let value, let consequence): "\(value) may be null, and \(consequence)"
        case .alwaysNull(let value, let consequence): "\(value) is always null here, and \(consequence)"
        case .clauseInText(let clause): "'\(clause)' stays as it is in this text"
        case .backspace: "'\\b' in a text is the sign for going back, not the edge of a word"
        case .openDots(let host): "a '.' stands for any character, in '\(host)' too"
        }
    }
}

extension TextShape.Property {
    /// What a function does that gives texts of the property, beside a text of so many characters.
    fileprivate func words(besideTextOf count: Int) -> String {
        switch self {
        case .withoutCapitals: "gives no capital letters"
        case .withoutSmallLetters: "gives no small letters"
        case .trimmed: "leaves no blanks at the ends"
        case .digits: "gives digits alone"
        case .length(let length, let isExact):
            "gives \(isExact ? "" : "at most ")\(length) character\(length == 1 ? "" : "s") here, and this text has \(count)"
        case .without(let part): "gives no text with '\(part)' in it"
        }
    }
}

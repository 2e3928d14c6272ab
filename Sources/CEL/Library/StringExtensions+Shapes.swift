// What is known of the texts that the functions give.
extension StringExtensions {
    static func shape(ofMapped call: KnownArguments, _ mapping: LetterCase) -> TextShape {
        let kept = call.shape.keeping { property in
            switch property {
            case .without, .withoutCapitals, .withoutSmallLetters: false
            case .trimmed, .digits, .length: true
            }
        }
        return kept.adding(mapping == .lower ? .withoutCapitals : .withoutSmallLetters, from: call)
    }

    static let shapeOfTrimmed: TextShape.Rule = { call in
        call.shape.keeping { property in
            if case .length(_, isExact: true) = property { false } else { true }
        }
        .adding(.trimmed, from: call)
    }

    static let shapeOfReversed: TextShape.Rule = { call in
        call.shape.keeping { property in
            if case .without(let text) = property { text.unicodeScalars.count == 1 } else { true }
        }
    }

    static let shapeOfCharacter: TextShape.Rule = { call in
        call.shape.keeping { property in
            switch property {
            case .withoutCapitals, .withoutSmallLetters, .digits, .without: true
            case .trimmed, .length: false
            }
        }
        .adding(.length(1, isExact: false), from: call)
    }

    static let shapeOfSubstring: TextShape.Rule = { call in
        guard let start = call.int(1), let end = call.int(2), start >= 0, end >= start, end < Int64(Int32.max) else {
            return TextShape()
        }
        return call.shape.keeping { property in
            switch property {
            case .length, .trimmed: false
            case .withoutCapitals, .withoutSmallLetters, .digits, .without: true
            }
        }
        .adding(.length(Int(end - start), isExact: true), from: call)
    }

    static let shapeOfReplaced: TextShape.Rule = { call in
        guard call.operands.count == 3, let part = call.text(1), let new = call.text(2), part.unicodeScalars.count == 1,
            !new.contains(part)
        else { return TextShape() }
        return TextShape([.without(part)], from: call)
    }

    static let shapeOfPart: TextShape.Rule = { call in
        guard call.operands.count == 2, let separator = call.text(1), !separator.isEmpty else { return TextShape() }
        return call.shape.keeping { property in
            switch property {
            case .withoutCapitals, .withoutSmallLetters, .digits: true
            case .trimmed, .length, .without: false
            }
        }
        .adding(.without(separator), from: call)
    }

    /// A text has one part at least, unless fewer are asked for.
    static let leastPartCount: @Sendable (KnownArguments) -> Int = { call in call.isUnlimitedSplit ? 1 : 0 }
}

extension KnownArguments {
    /// Whether there is no limit of parts that would hide how many there are.
    var isUnlimitedSplit: Bool {
        guard operands.count > 2 else { return true }
        guard let limit = int(2) else { return false }
        return limit < 0 || limit > 1
    }
}

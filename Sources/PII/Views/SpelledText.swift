/// Signs and digits that are spelled out as words, as in `john at acme dot com` and `four one five`.
enum SpelledText {
    static let ats: Set<String> = [
        "at", "arroba", "arobase", "chiocciola", "klammeraffe", "malpa", "apenstaartje", "snabela", "zavinac", "kukac",
        "собака", "собачка", "παπακι", "равлик", "arond", "et", "miukumauku", "kukaca", "zavinac", "majmunce", "afna",
        "艾特",
        "アットマーク", "골뱅이", "आट", "شطرودل", "שטרודל",
    ]
    private static let dots: Set<String> = [
        "dot", "punto", "ponto", "point", "punkt", "punt", "kropka", "nokta", "tecka", "pont", "tocka", "точка",
        "τελεια",
        "punct", "titik", "punktum", "крапка", "piste", "prikk", "pontot", "period", "点", "點", "ドット", "닷", "점", "डॉट",
        "نقطه",
        "tochka", "bod",
    ]
    private static let digits: [String: Unit] = {
        var digits: [String: Unit] = [:]
        let words = [
            "zero oh null nul nulla cero sifir noll ноль", "one eins ein uno un um une jeden bir en ett один",
            "two zwei zwo dos deux due dois dva dwa iki to twee два", "three drei tres trois tre tri trzy uc drie три",
            "four vier cuatro quatre quattro quatro ctyri cztery dort fire fyra четыре",
            "five funf fuenf cinco cinq cinque pet piec bes vijf fem пять",
            "six sechs seis sei sest szesc alti zes seks sex шесть",
            "seven sieben siete sept sette sete sedm siedem yedi zeven sju syv семь",
            "eight acht ocho huit otto oito osm osiem sekiz otte atte восемь",
            "nine neun nueve neuf nove devet dziewiec dokuz negen ni nio девять",
        ]
        for (value, list) in words.enumerated() {
            for word in list.split(separator: " ") { digits[String(word)] = Unit.zero + Unit(value) }
        }
        return digits
    }()

    /// Fewer spelled digits in a row are numbers such as `twenty-four-seven`, not something hidden.
    private static let fewestDigits = 6

    /// What words stand for.
    private struct Meaning {
        var isAt = false
        var isDot = false
        var isPlus = false
        /// `a`, which stands for `@` in brackets.
        var isA = false
        var digit: Unit?
        /// How often the next digit stands.
        var times: Int?

        init(_ word: String) {
            isAt = ats.contains(word)
            isDot = dots.contains(word)
            isPlus = pluses.contains(word)
            isA = word == "a"
            digit = digits[word]
            times = multiples[word]
        }
    }

    private struct Word {
        var range: Range<Int>
        /// `nil` for a word that stands for nothing.
        var meaning: Meaning?
    }

    /// No word for a sign or digit is longer.
    private static let longestWord = 12

    /// All words for signs and digits.
    private static let meaningful = ats.union(dots).union(pluses).union(digits.keys).union(multiples.keys).union(["a"])

    /// What those of Latin letters mean.
    private static let meanings = WordTable(
        meaningful.filter { $0.utf8.allSatisfy { $0 < 0x80 } }.map { (words: $0, value: Meaning($0)) })

    /// All words of Latin letters for signs and digits but for the `a` in brackets.
    static var latinWords: [[Unit]] { meanings.latinWords.filter { $0 != [Unit(ascii: "a")] } }

    /// By length, the letters that words for signs and digits begin with, as bits from `a` on.
    private static let firstLetters: [UInt32] = {
        var letters = [UInt32](repeating: 0, count: longestWord + 1)
        for word in meaningful {
            let units = word.unicodeScalars.map(\.value)
            if units[0].isLetter, units.count <= longestWord {
                letters[units.count] |= 1 << (units[0] - Unit(ascii: "a"))
            }
        }
        return letters
    }()

    /// Kana and Han, of which most words are told by their first letters.
    private static let unspacedLetters: ClosedRange<Unit> = 0x3040...0x9FFF

    /// The first letters in them of words for signs and digits, and those that are left of kana without a mark.
    private static let firstUnspacedLetters: [Unit] = meaningful.compactMap(\.unicodeScalars.first?.value)
        .filter(unspacedLetters.contains).flatMap { [$0, $0 - 1, $0 - 2] }

    /// Whether a word of Latin letters stands for `@`.
    static func isAt(_ word: Slice<UnsafeBufferPointer<Unit>>) -> Bool {
        guard word.count <= longestWord, let first = word.first?.lowercased,
            firstLetters[word.count] >> (first - Unit(ascii: "a")) & 1 == 1
        else { return false }
        return meanings[word]?.isAt ?? false
    }

    /// What a word stands for; those of other scripts are few, and are compared as strings.
    private static func meaning(of word: ArraySlice<Unit>) -> Meaning? {
        guard word.count <= longestWord, let first = word.first?.lowercased else { return nil }
        if first.isLetter, firstLetters[word.count] >> (first - Unit(ascii: "a")) & 1 == 0 { return nil }
        if unspacedLetters.contains(first), !firstUnspacedLetters.contains(first) { return nil }
        guard word.contains(where: \.isOtherLetter) else { return meanings[word] }
        let text = String(units: word)
        return meaningful.contains(text) ? Meaning(text) : nil
    }

    /// The view with what was spelled out as signs; `nil` if nothing was.
    /// - Complexity: O(*n*).
    static func view(of text: NormalizedText, _ features: TextFeatures) -> NormalizedText? {
        guard features.hasAnyLetters,
            features.hints.contains(.spelled) || features.has(.at) || openingBrackets.contains(where: features.has),
            !features.isKnown || mayHold(text.units, features)
        else { return nil }
        let words = words(of: text.units)
        // Most texts have at most a sign that is no word.
        guard words.count >= 3 else { return nil }
        if let mailbox = mailbox(in: text, words) { return mailbox }
        return number(in: text, words)
    }

    /// Whether there are three words, and an `@` that stands apart or has a dot spelled out with it, a word for one, or as many digits
    /// as are looked for.
    private static func mayHold(_ units: [Unit], _ features: TextFeatures) -> Bool {
        var (words, ats, dots, digits) = (0, 0, 0, 0)
        var position = 0
        while let range = nextWord(in: units, from: position) {
            position = range.upperBound
            words += 1
            guard let meaning = meaning(of: units[range]) else { continue }
            ats += meaning.isAt || (meaning.isA && isBracketed(range, in: units)) ? 1 : 0
            dots += meaning.isDot ? 1 : 0
            digits += meaning.digit == nil ? 0 : 1
        }
        guard words >= 3 else { return false }
        if ats > 0 || digits >= fewestDigits { return true }
        guard features.has(.at) else { return false }
        return dots > 0 || units.firstIndex(of: .at).map { isApart($0, in: units) } ?? false
    }

    /// Whether separators stand on both sides.
    private static func isApart(_ index: Int, in units: [Unit]) -> Bool {
        index > 0 && index + 1 < units.count && isSeparator(units[index - 1]) && isSeparator(units[index + 1])
    }

    private static func words(of units: [Unit]) -> [Word] {
        var words: [Word] = []
        var position = 0
        while let range = nextWord(in: units, from: position) {
            position = range.upperBound
            words.append(Word(range: range, meaning: meaning(of: units[range])))
        }
        return words
    }

    private static func nextWord(in units: [Unit], from index: Int) -> Range<Int>? {
        var start = index
        while start < units.count, !units[start].isAnyLetter { start += 1 }
        guard start < units.count else { return nil }
        var end = start + 1
        while end < units.count, units[end].isAnyLetter {
            // `fourOneFive` and `johnATacme`
            if units[end].isUppercase != units[end - 1].isUppercase, units[end].isUppercase || end - start > 1 { break }
            end += 1
        }
        return start..<end
    }

    /// A word with the separators and brackets around it, at most two on each side.
    private static func surrounded(_ range: Range<Int>, in units: [Unit]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, range.lowerBound - start < 2, isSeparator(units[start - 1]) { start -= 1 }
        while end < units.count, end - range.upperBound < 2, isSeparator(units[end]) { end += 1 }
        return start..<end
    }

    private static func isSeparator(_ unit: Unit) -> Bool {
        switch unit {
        case .space, .underscore, .hyphen, Unit(ascii: "("), Unit(ascii: ")"), Unit(ascii: "["), Unit(ascii: "]"),
            Unit(ascii: "{"),
            Unit(ascii: "}"), Unit(ascii: "<"), Unit(ascii: ">"), .dot:
            true
        default: false
        }
    }

    private static let openingBrackets: [Unit] = ["(", "[", "{", "<"].map { Unit(ascii: $0) }

    private static func isBracketed(_ range: Range<Int>, in units: [Unit]) -> Bool {
        guard range.lowerBound > 0, range.upperBound < units.count else { return false }
        let (before, after) = (units[range.lowerBound - 1], units[range.upperBound])
        return (before == Unit(ascii: "(") && after == Unit(ascii: ")"))
            || (before == Unit(ascii: "[") && after == Unit(ascii: "]"))
            || (before == Unit(ascii: "{") && after == Unit(ascii: "}"))
            || (before == Unit(ascii: "<") && after == Unit(ascii: ">"))
    }

    /// A mailbox whose `@` is a word or stands in brackets or between blanks.
    private static func mailbox(in text: NormalizedText, _ words: [Word]) -> NormalizedText? {
        let units = text.units
        guard let at = at(in: units, words) else { return nil }
        var builder = TextBuilder(text)
        var position = 0
        var signs = dots(in: units, words, after: at.upperBound).map { (range: $0, sign: Unit.dot) }
        // `meet at acme.io` is no mailbox; with a bracket, a dot as a word, or a mailbox's name before it, it is one that was hidden.
        let isBracketed = isBracketed(at, in: units)
        guard !signs.isEmpty || isBracketed || isMailboxName(before: at, in: units) else {
            return nil
        }
        signs.insert((at, .at), at: 0)
        for (range, sign) in signs {
            let whole = surrounded(range, in: units)
            guard whole.lowerBound >= position else { continue }
            builder.copy(position..<whole.lowerBound)
            builder.replace(whole, by: sign, undoing: .spelledOut)
            position = whole.upperBound
        }
        builder.copy(position..<units.count)
        return builder.text()
    }

    private static func at(in units: [Unit], _ words: [Word]) -> Range<Int>? {
        if let index = units.firstIndex(of: .at) {
            // Already a sign: it has to stand apart to be hidden.
            return isApart(index, in: units)
                || words.contains { $0.range.lowerBound > index && $0.meaning?.isDot == true } ? index..<index + 1 : nil
        }
        if let word = words.first(where: {
            $0.meaning?.isAt == true && $0.range.lowerBound > 0 && $0.range.upperBound < units.count
        }) {
            return word.range
        }
        // `[a]`
        return words.first { $0.meaning?.isA == true && isBracketed($0.range, in: units) }?.range
    }

    /// Where dots are words, or signs that stand apart, after the `@`.
    private static func dots(in units: [Unit], _ words: [Word], after start: Int) -> [Range<Int>] {
        var ranges = words.filter {
            $0.range.lowerBound >= start && $0.meaning?.isDot == true && $0.range.upperBound < units.count
        }.map(\.range)
        for index in start..<units.count
        where units[index] == .dot && index + 1 < units.count && isSeparator(units[index - 1])
            && isSeparator(units[index + 1])
        {
            ranges.append(index..<index + 1)
        }
        return ranges.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Whether a word that is no ordinary one, or one with a dot or digit in it, stands before the `@`, and a dot after it.
    private static func isMailboxName(before at: Range<Int>, in units: [Unit]) -> Bool {
        let end = surrounded(at, in: units).lowerBound
        var start = end
        while start > 0, end - start < 64,
            units[start - 1].isWordCharacter || units[start - 1] == .dot || units[start - 1] == .plus
        {
            start -= 1
        }
        let name = units[start..<end]
        guard name.count >= 2, units[at.upperBound...].prefix(64).contains(.dot) else { return false }
        // Hosts are called so: `k8s-at-home.com`.
        if units[at.lowerBound - 1] == .hyphen, units[at.upperBound] == .hyphen { return false }
        return name.contains { !$0.isLetter } || !Lexicon.knowledge(UnitHash(name)).isPlain
    }

    private static func number(in text: NormalizedText, _ words: [Word]) -> NormalizedText? {
        var index = 0
        while index < words.count {
            var end = index
            var count = 0
            while end < words.count, isDigitWord(words, end),
                end == index || words[end].range.lowerBound - words[end - 1].range.upperBound <= 2
            {
                count += words[end].meaning?.digit == nil ? 0 : 1
                end += 1
            }
            guard count >= fewestDigits else {
                index = max(end, index + 1)
                continue
            }
            let isPlus = index > 0 && words[index - 1].meaning?.isPlus == true
            var builder = TextBuilder(text)
            builder.copy(0..<words[isPlus ? index - 1 : index].range.lowerBound)
            if isPlus { builder.replace(words[index - 1].range, by: .plus, undoing: .spelledOut) }
            var repeats = 1
            for word in words[index..<end] {
                guard let digit = word.meaning?.digit else {
                    repeats = word.meaning?.times ?? 1
                    continue
                }
                for _ in 0..<repeats { builder.replace(word.range, by: digit, undoing: .spelledOut) }
                repeats = 1
            }
            builder.copy(words[end - 1].range.upperBound..<text.units.count)
            return builder.text()
        }
        return nil
    }

    private static let pluses: Set<String> = ["plus", "mas", "mais", "piu", "плюс", "arti"]
    private static let multiples = ["double": 2, "triple": 3]

    /// Whether the word is a digit, or says how often the next one stands.
    private static func isDigitWord(_ words: [Word], _ index: Int) -> Bool {
        guard let meaning = words[index].meaning else { return false }
        if meaning.digit != nil { return true }
        return meaning.times != nil && index + 1 < words.count && words[index + 1].meaning?.digit != nil
    }

    /// The digits from 0 to 9, in the common and in the formal characters; both circles and signs for zero.
    private static let chineseDigits: HashTable<Unit> = {
        var digits: [(key: UInt64, value: Unit)] = [(0x3007, .zero), (0x3006, .zero)]
        for row in [
            "\u{96F6}\u{4E00}\u{4E8C}\u{4E09}\u{56DB}\u{4E94}\u{516D}\u{4E03}\u{516B}\u{4E5D}",
            "\u{96F6}\u{58F9}\u{8D30}\u{53C1}\u{8086}\u{4F0D}\u{9646}\u{67D2}\u{634C}\u{7396}",
        ] {
            for (value, scalar) in row.unicodeScalars.enumerated() {
                digits.append((UInt64(scalar.value), Unit.zero + Unit(value)))
            }
        }
        return HashTable(digits) { first, _ in first }
    }()

    private static let firstChineseDigit: Unit = 0x3006

    /// The view with runs of Chinese digits as ASCII ones; `nil` if there are none.
    /// - Complexity: O(*n*).
    static func chineseNumbers(in text: NormalizedText, _ features: TextFeatures) -> NormalizedText? {
        let units = text.units
        guard features.hasOtherLetters, units.contains(where: { $0 >= firstChineseDigit }) else { return nil }
        var builder: TextBuilder?
        var copied = 0
        var position = 0
        while position < units.count {
            let start = position
            var digits = 0
            while position < units.count {
                if chineseDigits[UInt64(units[position])] != nil {
                    digits += 1
                } else if digits == 0 || position + 1 == units.count || !isSeparator(units[position])
                    || chineseDigits[UInt64(units[position + 1])] == nil
                {
                    break
                }
                position += 1
            }
            if digits >= fewestDigits {
                if builder == nil { builder = TextBuilder(text) }
                builder?.copy(copied..<start)
                for index in start..<position {
                    if let digit = chineseDigits[UInt64(units[index])] {
                        builder?.replace(index..<index + 1, by: digit, undoing: .spelledOut)
                    } else {
                        builder?.copy(index..<index + 1)
                    }
                }
                copied = position
            }
            if position == start { position += 1 }
        }
        guard var view = builder else { return nil }
        view.copy(copied..<units.count)
        return view.text()
    }
}

extension Scan {
    /// Finds addresses of China, Japan and Korea, whose words stand right beside the numbers: `长安街100号`, `渋谷1-2-3`, `세종대로 110`.
    /// - Complexity: O(*n*).
    mutating func findEasternAddresses() {
        guard features.hasOtherLetters, units.contains(where: \.isUnspaced) else { return }
        findBuildings()
        var position = 0
        while let run = nextDigits(from: position) {
            position = run.upperBound
            guard run.count <= 5, claims[run.lowerBound] == .none,
                let (range, confidence) = chineseAddress(at: run) ?? japaneseAddress(at: run) ?? koreanAddress(at: run)
                    ?? thaiAddress(at: run),
                !isTaken(range)
            else { continue }
            found(
                .streetAddress, range, confidence: confidence, reason: "street or quarter and the number of a house",
                masked: Masks.streetAddress)
            position = max(position, range.upperBound)
        }
    }

    /// A road and the letter of a building: `西安路j座`.
    private mutating func findBuildings() {
        for index in units.indices where unit(index) == 0x5EA7 && unit(index - 1).isLetter {
            let start = easternStart(before: index - 1)
            guard isOneOf("路街道巷弄".unicodeScalars, index - 2), index - 1 - start >= 2, !isTaken(start..<index + 1) else {
                continue
            }
            found(
                .streetAddress, start..<index + 1, confidence: 0.7, reason: "street and the letter of a building",
                masked: Masks.streetAddress)
        }
    }

    /// How far back the name of a street or quarter reaches.
    private static let easternLimit = 24

    /// Letters above the scripts of the Near East, and what stands between them and the digits of an address.
    private func isEastern(_ unit: Unit) -> Bool { unit >= 0x3005 }

    /// Where the letters, and the numbers inside of a road's name, start that end before `index`.
    private func easternStart(before index: Int) -> Int {
        var start = index
        while start > index - Self.easternLimit,
            isEastern(unit(start - 1)) || isEasternSpace(unit(start - 1))
                || (unit(start - 1).isDigit && isOneOf("로길가".unicodeScalars, start))
        { start -= 1 }
        while start < index, isEasternSpace(unit(start)) { start += 1 }
        return start
    }

    private func isOneOf(_ characters: String.UnicodeScalarView, _ index: Int) -> Bool {
        let unit = unit(index)
        return unit.isOtherLetter && characters.contains { $0.value == unit }
    }

    private func isEasternSpace(_ unit: Unit) -> Bool { unit == .space || unit == .hyphen || unit == .underscore }

    private func skipSpace(before index: Int) -> Int {
        isEasternSpace(unit(index - 1)) ? index - 1 : index
    }

    private func skipSpace(after index: Int) -> Int {
        isEasternSpace(unit(index)) ? index + 1 : index
    }

    /// A road or lane, a number and 号; the number of the house may follow that of a lane.
    private func chineseAddress(at run: Range<Int>) -> (Range<Int>, Double)? {
        let before = skipSpace(before: run.lowerBound)
        let after = skipSpace(after: run.upperBound)
        guard isOneOf("路街道巷弄村同".unicodeScalars, before - 1), isOneOf("号號弄巷".unicodeScalars, after),
            !isOneOf("铁鐵公道线線网街思电電".unicodeScalars, before - 2)
        else {
            return nil
        }
        let start = easternStart(before: before)
        return before - start >= 2 ? (start..<after + 1, 0.92) : nil
    }

    /// A quarter of a town and the numbers of block and house: `丁目`, `番地`, or two or three numbers joined by hyphens.
    private func japaneseAddress(at run: Range<Int>) -> (Range<Int>, Double)? {
        let before = skipSpace(before: run.lowerBound)
        let start = easternStart(before: before)
        guard before - start >= 2 else { return nil }
        if isOneOf("丁".unicodeScalars, run.upperBound), isOneOf("目".unicodeScalars, run.upperBound + 1) {
            let end = easternEnd(from: run.upperBound + 2)
            return end > run.upperBound + 2 ? (start..<end, 0.92) : nil
        }
        if isOneOf("番".unicodeScalars, run.upperBound), isOneOf("地号".unicodeScalars, run.upperBound + 1) {
            return (start..<easternEnd(from: run.upperBound), 0.9)
        }
        let end = easternEnd(from: run.upperBound)
        let hyphens = (run.upperBound..<end).count { units[$0] == .hyphen }
        guard (1...3).contains(hyphens), run.count <= 4 else { return nil }
        // One town or ward may stand in any word; two of them in a row are an address.
        let districts = (start..<before).count { isDistrict($0) }
        let isJoined = unit(run.lowerBound - 1) == .hyphen || unit(run.lowerBound - 1) == .underscore
        if districts >= 2, !isJoined || hyphens >= 2 { return (start..<end, 0.92) }
        guard hyphens >= 2, !isJoined, !(start..<before).contains(where: { (0x3040...0x30FF).contains(units[$0]) })
        else { return nil }
        return (start..<end, districts == 1 ? 0.65 : 0.4)
    }

    /// Whether the character at `index` ends the name of a prefecture, city, ward, town or village.
    private func isDistrict(_ index: Int) -> Bool {
        isOneOf("都道府県縣市区區町村郡".unicodeScalars, index) && isEastern(unit(index - 1))
            && !isOneOf("街铁鐵鉄".unicodeScalars, index - 1)
            && !isOneOf("場场域分内路の役民立心会".unicodeScalars, index + 1)
    }

    /// Where digits, hyphens and the words between the numbers of an address end.
    private func easternEnd(from index: Int) -> Int {
        var end = index
        while end < index + 16,
            unit(end).isDigit || (unit(end) == .hyphen && unit(end + 1).isDigit)
                || isOneOf("丁目番地号室の".unicodeScalars, end)
        {
            end += 1
        }
        return end
    }

    /// A road (로, 길) and a house's number, or a quarter's plot (번지).
    private func koreanAddress(at run: Range<Int>) -> (Range<Int>, Double)? {
        let before = skipSpace(before: run.lowerBound)
        let start = easternStart(before: before)
        guard before - start >= 3 else { return nil }
        if isOneOf("번".unicodeScalars, run.upperBound), isOneOf("지길".unicodeScalars, run.upperBound + 1) {
            return (start..<run.upperBound + 2, 0.86)
        }
        guard isOneOf("로길가리".unicodeScalars, before - 1) else { return nil }
        // 로 is a particle too; a town or district before it shows that it is a road.
        let hasDistrict = (start..<before).contains {
            isOneOf("시구군도읍면동".unicodeScalars, $0) && isEasternSpace(unit($0 + 1))
        }
        let isRoad = isOneOf("대길".unicodeScalars, before - 2) || isOneOf("길".unicodeScalars, before - 1)
        if isOneOf("가리".unicodeScalars, before - 1), !hasDistrict { return nil }
        guard hasDistrict || isRoad || before < run.lowerBound else { return nil }
        return (start..<run.upperBound, hasDistrict ? 0.93 : isRoad ? 0.7 : 0.4)
    }

    /// A house's number, and a road or lane.
    private func thaiAddress(at run: Range<Int>) -> (Range<Int>, Double)? {
        var start = run.lowerBound
        if unit(start - 1) == .slash, unit(start - 2).isDigit { start -= 2 }
        while start > run.lowerBound - 6, unit(start - 1).isDigit { start -= 1 }
        var word = skipSpace(after: run.upperBound)
        if isOneOf("ถซ".unicodeScalars, word), unit(word + 1) == .dot {
            word = skipSpace(after: word + 2)
            let end = end(from: word) { (0xE00...0xE7F).contains($0) }
            return end - word >= 3 ? (start..<end, 0.86) : nil
        }
        guard hasThaiRoad(at: word) else { return nil }
        let end = end(from: word) { (0xE00...0xE7F).contains($0) }
        return end - word >= 5 ? (start..<end, 0.9) : nil
    }

    private func hasThaiRoad(at index: Int) -> Bool {
        ["ถนน", "ซอย"].contains { road in
            road.unicodeScalars.enumerated().allSatisfy { unit(index + $0.offset) == $0.element.value }
        }
    }
}

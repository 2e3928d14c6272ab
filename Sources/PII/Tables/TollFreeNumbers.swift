/// Lines that the called party pays for, or that are shared in cost: they belong to organizations, not to people.
///
/// The facts are those of the national numbering plans that ITU-T publishes under Recommendation E.164, as compiled in the metadata
/// of libphonenumber 9.0.43 (Apache License 2.0); of each prefix only as many digits are kept as tell it from ordinary numbers.
enum TollFreeNumbers {
    /// Whether a national number (digits 0 to 9) of the calling code `code` is such a line.
    static func contain(_ national: ArraySlice<UInt8>, callingCode code: Int) -> Bool {
        (prefixes[code] ?? []).contains {
            $0.lengths & (1 << UInt16(min(national.count, 15))) != 0 && national.starts(with: $0.digits)
        }
    }

    private struct Prefix: Sendable {
        /// The leading digits, 0 to 9 each.
        let digits: [UInt8]
        /// The lengths of the national numbers that have them, as bits.
        let lengths: UInt16
    }

    private static let prefixes: [Int: [Prefix]] = {
        var prefixes: [Int: [Prefix]] = [:]
        for entry in table.split(separator: ";") {
            let sides = entry.split(separator: "=")
            guard sides.count == 2, let code = Int(sides[0].drop(while: \.isWhitespace)) else { continue }
            for rule in sides[1].split(separator: " ") {
                let halves = rule.split(separator: ":")
                guard halves.count == 2 else { continue }
                let lengths = halves[0].split(separator: ",").compactMap { UInt16($0) }.reduce(UInt16(0)) {
                    $0 | (1 << $1)
                }
                for digits in halves[1].split(separator: ",") {
                    prefixes[code, default: []].append(
                        Prefix(digits: digits.unicodeScalars.map { UInt8($0.value.digitValue) }, lengths: lengths))
                }
            }
        }
        return prefixes
    }()

    /// `65=10:1,800` reads: after 65, ten digits that begin with 1 or 800.
    private static let table = """
        1=10:800,833,844,855,866,877,88; 20=10:8; 212=9:800,801,802,803,804,805,806,807; 213=9:8; 216=8:80,811,82;
        221=9:8; 222=8:8; 223=8:80; 227=8:0; 230=7:80 10:8; 233=8,9:8; 234=10:800 11,12:8; 237=8,9:8; 238=7:8;
        240=9:8; 248=7:8; 250=9:8; 254=9,10:8; 255=9:8; 256=9:8; 258=9:80; 260=9:8; 262=9:8; 263=7:8; 264=9:80;
        266=8:8; 267=10:0,8; 268=8:0; 27=9:80,86; 297=7:8; 298=6:80; 299=6:80; 30=10,11,12:8; 31=7,8,10:8 9:80;
        32=8:78,800; 33=9:8; 34=9:80,90; 351=9:80; 352=8:800,801; 353=10:1; 354=7:80; 355=6,7:8; 356=8:8; 357=8:8;
        358=7,8,9:80; 359=8:700,80 12:0; 36=8:40,80 9:6; 370=8:800,802,808; 371=8:8; 372=7,8:80 10:8; 373=8:8;
        374=8:80; 375=6,7,8,9,10,11:8; 376=8:1; 377=8:80,90; 380=9:80 10:8; 381=6,7,8,9,10,11,12:8; 382=8,9:8;
        383=8:8; 385=7,8,9:8; 386=6,7:8 8:80; 387=8:8; 389=8:8; 39=6,9:8; 40=9:8; 41=9:80,84; 420=9:8;
        421=9:80,85,86,87,88,89; 423=7,9:8; 43=8,9,10,11,12,13:8; 44=7,9,10:8; 45=8:80; 46=6:2 7,8,9:20 9:77;
        47=8:80,81; 48=9:80 10:8; 49=7,10:13 8,9,10,11,12,13:18 10,11,12,13:800; 501=11:0; 502=11:1; 503=7,11:8;
        504=11:8; 505=8:1; 506=10:8; 507=7:800 8,10:8 11:0; 508=9:800,801,802,803,804,805; 509=8:8; 51=8:800,801;
        52=10:30,80,88; 53=10:800,807; 54=10,11:8; 55=8:3,4 9:8 10:30,80; 56=9:800 10,11:6 11:1; 57=11:1; 58=10:8;
        590=9:800,801,802,803,804,805; 591=9:8; 592=7:28,8; 593=10,11:1; 594=9:800,801,802,803,804,805;
        595=9:980 10,11:9; 596=9:800,801,802,803,804,805; 597=7:80; 598=6,7,8,9,10,11,12:0 7:4,8; 599=7:6;
        60=10:13,17,180; 61=6,8:13 7:18 10,12:1; 62=8:8 9,10:80 9,10,11:1 11,12,13:0; 63=11,12,13:1;
        64=8,9,10:8 9,10:5; 65=10:8 11:1; 66=10:1 13:0; 670=7:8; 675=7:1; 676=7:0; 677=5:13,18; 678=5:81; 679=11:0;
        681=9:8; 685=6:8; 687=6:0; 689=9:8; 7=10:800,804 14:8; 800=8:0,1,2,3,4,5,6,7,8,9; 808=8:1,2,3,4,5,6,7,8,9;
        81=8,9,10,11,12,13:0 9:120 10:800; 82=9:30,8 11,12,13:0; 84=8,10:1 9:18; 852=9:8; 853=7:0; 855=10:1;
        86=8:101 10:40,80,950 11:9 12:1,2; 880=10:8; 886=8,9:80; 90=10:80,81 12,13:8; 91=8,9,11,12,13:1 13:0;
        92=8,11:8; 95=10:8; 960=10:8; 961=8:80; 962=8:80,85; 965=7:1; 966=9:9 10:8; 968=7:5 8,9:8; 970=10:1;
        971=5,6,7,8,9,10,11,12:8 9:4,7; 972=7,10:1; 973=8:8; 974=7,9:8 11:0; 977=11:1; 994=9:8; 995=9:8;
        996=9:80 10:8;
        """
}

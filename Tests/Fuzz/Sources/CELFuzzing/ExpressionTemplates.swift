/// Ways to make an expression of a kind.
///
/// `$i` stands for an expression of the kind `i`; `@i` makes a new name of that kind, which expressions after the next
/// `#` may use. The first of each kind is a variable: what is chosen when the input has ended.
enum ExpressionTemplates {
    static func templates(for kind: ExpressionKind) -> [String] {
        switch kind {
        case .bool: bools
        case .int: ints
        case .uint: ["u", "$u + $u", "$u - $u", "$u * $u", "$u / $u", "$u % $u", "uint($i)", "uint($d)", "uint($s)"]
        case .double:
            [
                "d", "$d + $d", "$d - $d", "$d * $d", "$d / $d", "-$d", "double($i)", "double($s)", "math.ceil($d)",
                "math.floor($d)", "math.round($d)", "math.trunc($d)", "math.sqrt($d)", "math.abs($d)", "math.sign($d)",
                "math.greatest($d, $d)", "math.least($d, $d)",
            ]
        case .string: strings
        case .bytes: ["y", "$y + $y", "bytes($s)", "base64.decode($s)"]
        case .intList: intLists
        case .stringList:
            [
                "k", "$s.split($s)", "$s.split($s, $i)", "$k + $k", "$k.filter(@s, #$b)", "$l.map(@i, #$s)",
                "[$s, $s]", "$k.sort()", "$k.distinct()", "$k.slice($i, $i)", "$s.findAll($s)", "$s.findAll($s, $i)",
                "$k.sortBy(@s, #$i)", "$m.map(@s, #$s)", "[?$o.optMap(@i, #$s), $s]", "$k.reverse()",
            ]
        case .map:
            [
                "m", "{$s: $i}", "{$s: $i, $s: $i}", "{?$s: $o}", "$m.transformMap(@s, @i, #$i)",
                "$l.transformMapEntry(@i, @i, #{$s: $i})", "$m.transformMap(@s, @i, #$b, $i)",
            ]
        case .timestamp: ["t", "$t + $r", "$t - $r", "timestamp($s)", "timestamp($i)", "$g.created"]
        case .duration: ["r", "$r + $r", "$r - $r", "$t - $t", "-$r", "duration($s)"]
        case .message: ["msg", "msgs[$i]", "$g.parts[$i]", "$b ? $g : $g", "msgs.filter(@g, #$b)[$i]"]
        case .dyn:
            [
                "x", "dyn($i)", "dyn($s)", "dyn($l)", "dyn($m)", "$x + $x", "$x[$x]", "$x.a", "[$x, $i, $s]",
                "{$i: $x}",
                "xs", "$x.map(@x, #$x)", "$g.any", "dyn($g)", "$b ? $x : $x", "$x.?a.orValue($x)", "$x[?$x]", "null",
                "$x.transformList(@x, @x, #$x)", "cel.bind(@x, $x, #$x)", "$x % $x", "$x.size()", "-$x", "!$x",
            ]
        case .optional:
            [
                "optional.of($i)", "optional.none()", "optional.ofNonZeroValue($i)", "$m[?$s]", "$m.?a", "$l[?$i]",
                "$o.or($o)", "$o.optMap(@i, #$i)", "$o.optFlatMap(@i, #$o)", "$l.first()", "$l.last()", "$g.?ttl",
            ]
        case .address: ["ip($s)", "cidr($s).ip()", "ip('::1')"]
        case .network: ["cidr($s)", "cidr('10.0.0.0/8')", "$n.masked()"]
        case .url: ["url($s)", "url('https://user@example.com:1/a%20b?c=d&c')"]
        case .type: ["type($x)", "int", "type($T)", "fuzz.Message", "type($o)", "type($a)"]
        }
    }

    private static let bools: [String] = [
        "b", "$b && $b", "$b || $b", "!$b", "$b ? $b : $b", "$i == $i", "$i < $i", "$d >= $i", "$u != $d", "$s == $s",
        "$s < $s", "$y <= $y", "$t > $t", "$r < $r", "$x == $x", "$x < $x", "$x in $x", "$i in $l", "$s in $k",
        "$s in $m", "$l == $l", "$m == $m", "$g == $g", "$s.startsWith($s)", "$s.endsWith($s)", "$s.contains($s)",
        "$s.matches($s)", "$s.matches('(a|b)*c?')", "has($g.url)", "has($m.a)", "has($x.a)", "$g.on == true",
        "$l.all(@i, #$b)", "$l.exists(@i, #$b)", "$l.exists_one(@i, #$b)", "$m.all(@s, @i, #$b)",
        "$x.exists(@x, @x, #$b)", "$k.existsOne(@s, #$b)", "$l.exists_one(@i, @i, #$b)", "isIP($s)", "$a.isLoopback()",
        "$n.containsIP($a)",
        "$n.containsCIDR($n)", "isURL($s)", "bool($s)", "cel.bind(@b, $b, #$b)", "sets.contains($l, $l)",
        "sets.equivalent($k, $k)", "sets.intersects($l, $l)", "$l.isSorted()", "$o.hasValue()", "$o == $o",
        "math.isNaN($d)", "math.isInf($d)", "$T == $T", "$a == $a", "ip.isCanonical($s)", "refuse()", "dyn($x)",
        "$x.all(@x, #$b)", "$k.indexOf($s) >= $i", "$i in [1, 2, 3, $i]", "$s in ['a', 'b']", "$g in msgs",
    ]

    private static let ints: [String] = [
        "i", "$i + $i", "$i - $i", "$i * $i", "$i / $i", "$i % $i", "-$i", "$b ? $i : $i", "size($s)", "size($l)",
        "size($m)", "$y.size()", "$l[$i]", "$m[$s]", "$m.a", "int($d)", "int($u)", "int($s)", "int($t)",
        "$s.indexOf($s)", "$s.indexOf($s, $i)", "$s.lastIndexOf($s)", "$s.lastIndexOf($s, $i)", "$t.getFullYear()",
        "$t.getHours($s)", "$t.getDayOfYear()", "$t.getDate('Europe/Paris')", "$r.getMilliseconds()", "$r.getHours()",
        "host.twice($i)", "a.b", "cel.bind(@i, $i, #$i)", "math.greatest($i, $i, $i)", "math.least($l)",
        "math.bitAnd($i, $i)", "math.bitOr($i, $i)", "math.bitXor($i, $i)", "math.bitNot($i)",
        "math.bitShiftLeft($i, $i)", "math.bitShiftRight($i, $i)", "math.abs($i)", "math.sign($i)", "$l.sum()",
        "$l.min()", "$l.max()", "$l.indexOf($i)", "$l.lastIndexOf($i)", "$o.value()", "$o.orValue($i)", "$a.family()",
        "$n.prefixLength()", "size($k)", "$g.ttl", "size($g.parts)",
    ]

    private static let strings: [String] = [
        "s", "$s + $s", "$s.substring($i)", "$s.substring($i, $i)", "$s.charAt($i)", "$s.lowerAscii()",
        "$s.upperAscii()", "$s.trim()", "$s.replace($s, $s)", "$s.replace($s, $s, $i)", "$s.reverse()",
        "strings.quote($s)", "$k.join()", "$k.join($s)", "string($i)", "string($u)", "string($d)", "string($b)",
        "string($y)", "string($t)", "string($r)", "string($a)", "string($n)", "$k[$i]", "$b ? $s : $s", "$g.sid",
        "$g.url", "$s.format([$x, $x])", "'%s|%d|%.3f|%e|%x|%X|%o|%b'.format([$x, $i, $d, $d, $i, $s, $i, $i])",
        "'%s'.format([$x])", "'%.20e %.0f %x'.format([$d, $d, $y])", "base64.encode($y)", "$w.getHost()",
        "$w.getHostname()", "$w.getPort()", "$w.getEscapedPath()", "$w.getScheme()", "$s.find($s)", "$s.echo()", "ws",
        "cel.bind(@s, $s, #$s)", "$o.optMap(@i, #$s).orValue($s)", "$g.labels[$s]", "regex.replace($s, $s, $s)",
        "regex.replace($s, $s, $s, $i)", "$s.lowerAscii().upperAscii()", "string($x)",
    ]

    private static let intLists: [String] = [
        "l", "[$i, $i]", "[]", "$l + $l", "$l.map(@i, #$i)", "$l.filter(@i, #$b)", "$l.map(@i, #$b, $i)",
        "$k.map(@s, #$i)", "$b ? $l : $l", "$l.transformList(@i, @i, #$i)", "$m.transformList(@s, @i, #$i)",
        "$l.sort()", "$l.distinct()", "$l.slice($i, $i)", "[$l, $l].flatten()", "[[$l], [$l]].flatten($i)",
        "$l.sortBy(@i, #$i)", "$l.reverse()", "lists.range($i)", "[?$o, $i]", "$l.sortBy(@i, #$s)",
        "cel.bind(@l, $l, #$l)",
    ]
}

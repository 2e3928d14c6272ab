/// Words of other languages that authors write by habit, and what is meant here.
enum ForeignWords {
    /// Functions of other languages for what macros do here.
    static let macros: Set<String> = [
        "any", "some", "anyMatch", "Any", "every", "allMatch", "forAll", "All", "forEach", "select", "collect",
    ]

    /// What is meant by a name that is no variable.
    static func suggestion(forName name: String) -> String? {
        switch name {
        case "None", "nil", "NULL", "Null", "NIL", "undefined", "none", "Nothing":
            "did you mean null?"
        case "True", "TRUE", "yes", "Yes", "on", "On": "did you mean true?"
        case "False", "FALSE", "no", "No", "off", "Off": "did you mean false?"
        case "NaN": "did you mean double('NaN')?"
        case "Infinity", "inf": "did you mean double('Infinity')?"
        case "this", "self", "it", "resource", "object": "did you mean one of the declared variables?"
        default: nil
        }
    }

    /// What is meant by a function that is not declared.
    ///
    /// - Parameters:
    ///   - target: What it is called on, as written; `nil` if it is called on nothing.
    ///   - isMember: Whether it is called on something.
    static func suggestion(forFunction name: String, isMember: Bool, target: String?) -> String? {
        let value = target ?? "a"
        guard isMember else {
            switch name {
            case "not": return "did you mean '!'?"
            case "len", "length", "count", "strlen": return "did you mean 'size'?"
            case "str", "String", "toString", "to_string": return "did you mean 'string'?"
            case "Number", "parseInt", "integer": return "did you mean 'int'?"
            case "float", "parseFloat": return "did you mean 'double'?"
            case "lower", "upper", "trim":
                return "call it on a value, as in a.\(name == "trim" ? name : name + "Ascii")()"
            case "regex", "regexp", "re", "match": return "did you mean a.matches('…')?"
            case "date", "datetime", "Date", "time": return "did you mean 'timestamp'?"
            case "if", "iif", "IF", "ifelse": return "write condition ? value : otherwise"
            case "exists", "defined", "isset", "is_set", "empty", "isEmpty", "is_null", "isnull", "isNull":
                return "has(a.b) asks whether a field is set"
            case "coalesce", "default", "ifnull", "nvl": return "write has(a.b) ? a.b : …, or a.?b.orValue(…)"
            default: return nil
            }
        }
        switch name {
        case "len", "length", "count", "getSize", "Length", "Count": return "did you mean size(\(value))?"
        case "isEmpty", "empty", "is_empty", "isBlank": return "did you mean size(\(value)) == 0?"
        case "includes", "include", "has", "containsString", "Contains": return "did you mean 'contains'?"
        case "toLowerCase", "toLower", "lower", "lowercase", "downcase", "ToLower": return "did you mean 'lowerAscii'?"
        case "toUpperCase", "toUpper", "upper", "uppercase", "upcase", "ToUpper": return "did you mean 'upperAscii'?"
        case "strip", "trimSpace", "TrimSpace": return "did you mean 'trim'?"
        case "hasPrefix", "starts_with", "beginsWith", "HasPrefix": return "did you mean 'startsWith'?"
        case "hasSuffix", "ends_with", "HasSuffix": return "did you mean 'endsWith'?"
        case "match", "test", "regex", "regexMatch", "like", "search": return "did you mean 'matches'?"
        case "any", "some", "anyMatch", "Any": return "did you mean 'exists'?"
        case "every", "allMatch", "forAll", "All": return "did you mean 'all'?"
        case "forEach", "select", "collect": return "did you mean 'map'?"
        case "equals", "eq", "isEqual", "Equals": return "did you mean '=='?"
        case "toString", "to_s", "str": return "did you mean string(\(value))?"
        case "toInt", "to_i", "toInteger": return "did you mean int(\(value))?"
        case "substr": return "did you mean 'substring'?"
        case "unique", "uniq", "toSet": return "did you mean 'distinct'?"
        case "hostname", "host", "getDomain": return "did you mean url(\(value)).getHostname()?"
        case "keys", "keySet": return "write \(value).map(key, key)"
        default: return nil
        }
    }

    /// What is meant by a field of a value that has none.
    static func suggestion(forField name: String, of target: String?) -> String? {
        let value = target ?? "a"
        switch name {
        case "length", "size", "count", "len", "Length", "Count": return "did you mean size(\(value))?"
        case "isEmpty", "empty": return "did you mean size(\(value)) == 0?"
        case "value": return "it is the value itself: leave out '.value'"
        case "year", "month", "day", "hour", "hours", "minutes", "seconds":
            return "times have functions: \(value).getFullYear()"
        case "host", "hostname", "domain": return "did you mean url(\(value)).getHostname()?"
        case "scheme", "protocol": return "did you mean url(\(value)).getScheme()?"
        case "first": return "did you mean \(value)[0]?"
        default: return nil
        }
    }

    /// What is meant by a word where an operator or the end should be.
    static func suggestion(forOperator word: String) -> String? {
        switch word {
        case "is", "equals", "eq", "IS", "EQ": "did you mean '=='?"
        case "isnt", "ne", "neq", "NE": "did you mean '!='?"
        case "gt", "GT": "did you mean '>'?"
        case "lt", "LT": "did you mean '<'?"
        case "ge", "gte", "GE": "did you mean '>='?"
        case "le", "lte", "LE": "did you mean '<='?"
        case "mod", "MOD": "did you mean '%'?"
        case "And": "did you mean '&&'?"
        case "Or": "did you mean '||'?"
        case "xor", "XOR": "did you mean '!='?"
        case "IN", "In": "did you mean 'in'?"
        case "not", "NOT": "write !(a in b), or !a"
        case "contains", "startsWith", "endsWith", "matches": "call it on the value: a.\(word)(…)"
        case "CONTAINS", "has", "includes": "call it on the value: a.contains(…)"
        case "MATCHES", "like", "LIKE": "call it on the value: a.matches(…)"
        case "between", "BETWEEN": "write a >= low && a <= high"
        case "if", "unless", "then", "else": "write condition ? value : otherwise"
        default: nil
        }
    }

    /// What is meant by a reserved word.
    static func suggestion(forReserved word: String) -> String? {
        switch word {
        case "if", "else": "write condition ? value : otherwise"
        case "let", "var", "const": "write cel.bind(name, value, expression)"
        case "for", "loop", "while": "write list.all(x, …), .exists(x, …), .map(x, …) or .filter(x, …)"
        case "return", "void", "function": "an expression is only a value: leave it out"
        default: "use another name"
        }
    }
}

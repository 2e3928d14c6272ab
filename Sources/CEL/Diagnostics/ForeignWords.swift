/// Words of other languages that authors write by habit, and what is meant here.
enum ForeignWords {
    /// Functions of other languages for what macros do here.
    static let macros: [String: ComprehensionMacro] = [
        "any": .exists, "some": .exists, "anyMatch": .exists, "Any": .exists, "every": .all, "allMatch": .all,
        "forAll": .all, "All": .all, "forEach": .map, "select": .map, "collect": .map,
    ]

    /// Words for `!` before an operand, and before `in`.
    static let negations: Set<String> = ["not", "NOT", "Not"]

    /// Words between operands for what signs do here.
    static let operators: [String: Token.Symbol] = [
        "and": .and, "AND": .and, "And": .and, "or": .or, "OR": .or, "Or": .or, "is": .equal, "IS": .equal,
        "equals": .equal, "eq": .equal, "EQ": .equal, "isnt": .notEqual, "ne": .notEqual, "neq": .notEqual,
        "NE": .notEqual, "gt": .greater, "GT": .greater, "lt": .less, "LT": .less, "ge": .greaterOrEqual,
        "gte": .greaterOrEqual, "GE": .greaterOrEqual, "le": .lessOrEqual, "lte": .lessOrEqual, "LE": .lessOrEqual,
        "mod": .modulo, "MOD": .modulo, "div": .divide,
    ]

    /// What is meant by a name that is no variable.
    static func suggestion(forName name: String, at span: Range<Int>) -> Suggestion? {
        switch name {
        case "None", "nil", "NULL", "Null", "NIL", "undefined", "none", "Nothing": .code("null", at: span)
        case "True", "TRUE", "yes", "Yes", "on", "On": .code("true", at: span)
        case "False", "FALSE", "no", "No", "off", "Off": .code("false", at: span)
        case "NaN": .code("double('NaN')", at: span)
        case "Infinity", "inf": .code("double('Infinity')", at: span)
        case "this", "self", "it", "resource", "object": "did you mean one of the declared variables?"
        default: nil
        }
    }

    /// What is meant by a function that is not declared, and is called on nothing.
    static func suggestion(forFunction name: String, _ call: Expression.Call, at span: Range<Int>) -> Suggestion? {
        let named = call.nameSpan
        let first = call.arguments.first
        if negations.contains(name) { return .meant("!", at: named) }
        switch name {
        case "len", "length", "count", "strlen": return .meant("size", at: named)
        case "str", "String", "toString", "to_string": return .meant("string", at: named)
        case "Number", "parseInt", "integer": return .meant("int", at: named)
        case "float", "parseFloat": return .meant("double", at: named)
        case "lower", "upper", "trim":
            guard let first, call.arguments.count == 1 else { return nil }
            return .code("\(target: first).\(name == "trim" ? name : name + "Ascii")()", at: span)
        case "regex", "regexp", "re", "match":
            guard let first, call.arguments.count == 2 else { return "did you mean a.matches('…')?" }
            return .code("\(target: first).matches(\(call.arguments[1]))", at: span)
                .or(.code("\(target: call.arguments[1]).matches(\(first))", at: span))
        case "date", "datetime", "Date", "time": return .meant("timestamp", at: named)
        case "if", "iif", "IF", "ifelse":
            guard call.arguments.count == 3 else { return "write condition ? value : otherwise" }
            return .write("(\(call.arguments[0]) ? \(call.arguments[1]) : \(call.arguments[2]))", at: span)
        case "exists", "defined", "isset", "is_set":
            guard let first, call.arguments.count == 1 else { return "has(a.b) asks whether a field is set" }
            return .condition("has(\(first))", at: span, "asks whether it is set")
                .or(.condition("\(first) != null", at: span, "asks whether it is set"))
        case "empty", "isEmpty", "is_null", "isnull", "isNull":
            guard let first, call.arguments.count == 1 else { return "has(a.b) asks whether a field is set" }
            let isEmpty = Suggestion.condition("size(\(first)) == 0", at: span, "asks whether it is empty")
            let isNull = Suggestion.condition("\(first) == null", at: span, "asks whether it is not set")
            return name.hasSuffix("mpty") ? isEmpty.or(isNull) : isNull
        case "coalesce", "default", "ifnull", "nvl":
            guard let first, call.arguments.count == 2 else { return "write has(a.b) ? a.b : …, or a.?b.orValue(…)" }
            return .write("(has(\(first)) ? \(first) : \(call.arguments[1]))", at: span)
                .or(.write("(\(first) != null ? \(first) : \(call.arguments[1]))", at: span))
        default: return nil
        }
    }

    /// What is meant by a function that is not declared, and is called on a value.
    static func suggestion(
        forMember name: String, of target: Expression, _ call: Expression.Call, at span: Range<Int>
    ) -> Suggestion? {
        let named = call.nameSpan
        if let macro = macros[name] { return .meant(SourcePattern(macro.rawValue), at: named) }
        switch name {
        case "len", "length", "count", "getSize", "Length", "Count": return .code("size(\(target))", at: span)
        case "isEmpty", "empty", "is_empty", "isBlank": return .code("size(\(target)) == 0", at: span)
        case "includes", "include", "has", "containsString", "Contains":
            guard call.arguments.count == 1 else { return .meant("contains", at: named) }
            return .meant("contains", at: named).or(.code("\(call.arguments[0]) in \(target)", at: span))
        case "toLowerCase", "toLower", "lower", "lowercase", "downcase", "ToLower":
            return .meant("lowerAscii", at: named)
        case "toUpperCase", "toUpper", "upper", "uppercase", "upcase", "ToUpper":
            return .meant("upperAscii", at: named)
        case "strip", "trimSpace", "TrimSpace": return .meant("trim", at: named)
        case "hasPrefix", "starts_with", "beginsWith", "HasPrefix": return .meant("startsWith", at: named)
        case "hasSuffix", "ends_with", "HasSuffix": return .meant("endsWith", at: named)
        case "match", "test", "regex", "regexMatch", "like", "search": return .meant("matches", at: named)
        case "equals", "eq", "isEqual", "Equals":
            guard call.arguments.count == 1 else { return nil }
            return .code("\(target) == \(call.arguments[0])", at: span)
        case "toString", "to_s", "str": return .code("string(\(target))", at: span)
        case "toInt", "to_i", "toInteger": return .code("int(\(target))", at: span)
        case "substr": return .meant("substring", at: named)
        case "unique", "uniq", "toSet": return .meant("distinct", at: named)
        case "hostname", "host", "getDomain", "getHostName":
            return .code("\(target: target).getHostname()", at: span)
                .or(.code("url(\(target)).getHostname()", at: span))
        case "getYear": return .meant("getFullYear", at: named)
        case "getDay": return .meant("getDate", at: named)
        case "keys", "keySet": return .write("\(target: target).map(key, key)", at: span)
        case "values": return .write("\(target: target).transformList(key, value, value)", at: span)
        default: return nil
        }
    }

    /// What is meant by a function of another type of values, by a name that other languages have for it.
    static func suggestion(
        forMember name: String, of target: Expression, _ type: CELType, _ call: Expression.Call, at span: Range<Int>
    ) -> Suggestion? {
        switch (name, type) {
        case ("contains", .list), ("contains", .map):
            guard let argument = call.arguments.first else { return nil }
            return .write("\(argument) in \(target)", at: span)
                .or(.write("\(target: target).exists(x, x.contains(\(argument)))", at: span))
        case ("contains", IPNetwork.celType) where call.arguments.count == 1:
            return .write("\(target: target).containsIP(\(call.arguments[0]))", at: span)
        case ("slice", .string): return .meant("substring", at: call.nameSpan)
        default: return nil
        }
    }

    /// What is meant by a field of a value that has none.
    static func suggestion(forField name: String, of target: Expression, at span: Range<Int>) -> Suggestion? {
        if let function = timeFunctions[name] { return .code("\(target: target).\(function)()", at: span) }
        switch name {
        case "length", "size", "count", "len", "Length", "Count": return .code("size(\(target))", at: span)
        case "isEmpty", "empty": return .code("size(\(target)) == 0", at: span)
        case "value":
            return .code("\(target: target).value()", at: span)
                .or(.code("\(target)", at: span)).or("it is the value itself: leave out '.value'")
        case "host", "hostname", "domain": return urlPart("getHostname", of: target, at: span)
        case "scheme", "protocol": return urlPart("getScheme", of: target, at: span)
        case "port": return urlPart("getPort", of: target, at: span)
        case "path", "pathname": return urlPart("getEscapedPath", of: target, at: span)
        case "query": return urlPart("getQuery", of: target, at: span)
        case "first": return .code("\(target: target)[0]", at: span)
        default: return nil
        }
    }

    private static let timeFunctions = [
        "year": "getFullYear", "month": "getMonth", "day": "getDate", "hour": "getHours", "hours": "getHours",
        "minute": "getMinutes", "minutes": "getMinutes", "second": "getSeconds", "seconds": "getSeconds",
        "weekday": "getDayOfWeek",
    ]

    private static func urlPart(_ function: String, of target: Expression, at span: Range<Int>) -> Suggestion {
        .code("\(target: target).\(function)()", at: span).or(.code("url(\(target)).\(function)()", at: span))
            .or(
                "a URL has functions, such as \(function)(), which gives \(function == "getQuery" ? "a map" : "a text")"
            )
    }

    /// What is meant by a word where an operator or the end should be.
    static func suggestion(forOperator word: String) -> Suggestion? {
        switch word {
        case "if", "unless", "then", "else": "write condition ? value : otherwise"
        default: nil
        }
    }

    /// What is meant by a reserved word.
    static func suggestion(forReserved word: String) -> Suggestion? {
        switch word {
        case "if", "else": "write condition ? value : otherwise"
        case "let", "var", "const": "write cel.bind(name, value, expression)"
        case "for", "loop", "while": "write list.all(x, …), .exists(x, …), .map(x, …) or .filter(x, …)"
        case "return", "void", "function": "an expression is only a value: leave it out"
        default: "use another name"
        }
    }
}

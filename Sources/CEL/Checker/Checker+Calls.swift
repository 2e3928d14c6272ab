internal import Text

// Calls of functions and operators.
extension Checker {
    /// The type of a call, whose functions are resolved.
    mutating func checkCall(_ node: Expression, _ call: Expression.Call) -> CELType {
        guard let (name, functions, isNamespaced) = callee(of: call) else { return failUnknown(node, call) }
        if !isNamespaced, let (library, name) = missingNamespace(of: call) {
            return failMissing(node, call, library, name)
        }
        let operands = isNamespaced ? call.arguments : call.operands
        let types = check(operands)
        // Which arguments are meant is not known.
        if call.arguments.contains(where: \.isInvalid) { return .dyn }
        let isMember = call.target != nil && !isNamespaced
        let resolved = resolve(node, name, functions, isMember: isMember, types, isNamespaced: isNamespaced)
        return resolved ?? failMismatch(node, call, name, functions, isMember: isMember, types)
    }

    /// The functions of the call's name, and whether the target is part of that name.
    private func callee(of call: Expression.Call) -> (name: String, functions: [Function], isNamespaced: Bool)? {
        guard let target = call.target else {
            let isAbsolute = call.function.hasPrefix(".")
            let name = isAbsolute ? String(call.function.dropFirst()) : call.function
            return functions(named: name, isAbsolute: isAbsolute).map { (name, $0, false) }
        }
        if !startsWithLocal(target), let (prefix, isAbsolute) = target.qualifiedName,
            let functions = functions(named: "\(prefix).\(call.function)", isAbsolute: isAbsolute)
        {
            return ("\(prefix).\(call.function)", functions, true)
        }
        return environment.functions[call.function].map { (call.function, $0, false) }
    }

    private mutating func failUnknown(_ node: Expression, _ call: Expression.Call) -> CELType {
        // A macro's variables are not declared outside it: nothing of its arguments is to be reported.
        let name = call.function
        if let (library, name) = missingNamespace(of: call) ?? missingLibrary(of: call) {
            return failMissing(node, call, library, name)
        }
        let isMacro = Self.macroNames.contains(name) || meansMacro(call)
        guard let target = call.target else {
            if isMacro || macroOnNothing(call) != nil {
                if let list = call.arguments.first { _ = check(list) }
            } else {
                _ = check(call.arguments)
            }
            return failUndeclared(node, call)
        }
        if let suggestion = namespaceSuggestion(call, target) {
            _ = check(call.arguments)
            let shown = "\(target.qualifiedName?.name ?? "").\(call.function)"
            return fail(
                node, .noSuchOverload, .undeclaredFunction(shown),
                target.span.lowerBound..<call.nameSpan.upperBound, suggestion: suggestion)
        }
        _ = check(target)
        if !isMacro { _ = check(call.arguments) }
        return failUndeclared(node, call)
    }

    /// Fails a call of a function of a library that was not chosen.
    private mutating func failMissing(
        _ node: Expression, _ call: Expression.Call, _ library: CELLibrary, _ name: String
    ) -> CELType {
        if let target = call.target, name == call.function { _ = check(target) }
        _ = check(call.arguments)
        let what = Operators.isOperator(name) ? Operators.shownName(name) : "the function '\(name)'"
        return fail(node, .noSuchOverload, .library(what, library.name), call.nameSpan)
    }

    /// The names of the macros that are called on a value.
    private static let macroNames =
        ComprehensionMacro.allCases.map(\.rawValue) + OptionalMacro.allCases.map(\.rawValue)

    /// Whether a function that is not declared is probably a macro under another name.
    private func meansMacro(_ call: Expression.Call) -> Bool {
        guard suggests, call.target != nil, call.arguments.count >= 2,
            case .identifier = call.arguments[0].kind
        else {
            return false
        }
        return ForeignWords.macros[call.function] != nil
            || Spelling.nearest(to: call.function, among: Self.macroNames) != nil
    }

    /// The macro, of another language perhaps, that is called with the list before the variable.
    private func macroOnNothing(_ call: Expression.Call) -> ComprehensionMacro? {
        guard call.target == nil, call.arguments.count > 2, case .identifier = call.arguments[1].kind else {
            return nil
        }
        return ComprehensionMacro(rawValue: call.function) ?? ForeignWords.macros[call.function]
    }

    private mutating func check(_ arguments: [Expression]) -> [CELType] {
        var types: [CELType] = []
        for argument in arguments { types.append(check(argument)) }
        return types
    }

    private func functions(named name: String, isAbsolute: Bool) -> [Function]? {
        for candidate in environment.candidates(for: name, isAbsolute: isAbsolute) {
            if let functions = environment.functions[candidate] { return functions }
        }
        return nil
    }

    // MARK: - Overloads

    private mutating func resolve(
        _ node: Expression, _ name: String, _ functions: [Function], isMember: Bool, _ types: [CELType],
        isNamespaced: Bool
    ) -> CELType? {
        if isLenient { return resolveLeniently(node, name, functions, isMember, types.count, isNamespaced) }
        var result: CELType?
        var matching: [Function] = []
        for function in functions {
            var isMatching = false
            for overload in function.overloads where overload.isMember == isMember {
                let fresh = unifier.instantiate(overload.parameters + [overload.result])
                guard unifier.fits(types, fresh.dropLast()) else { continue }
                isMatching = true
                let overloadResult = unifier.resolve(fresh[fresh.count - 1])
                if let known = result {
                    result = known == overloadResult ? known : .dyn
                } else {
                    result = overloadResult
                }
            }
            if isMatching { matching.append(function) }
        }
        guard let result else { return nil }
        resolutions[node.id] = .functions(matching, isNamespaced: isNamespaced)
        checkConstants(node, matching, isNamespaced: isNamespaced)
        return result
    }

    private mutating func resolveLeniently(
        _ node: Expression, _ name: String, _ functions: [Function], _ isMember: Bool, _ count: Int,
        _ isNamespaced: Bool
    ) -> CELType {
        let matching = functions.filter { function in
            function.overloads.contains { $0.isMember == isMember && $0.parameters.count == count }
        }
        if matching.isEmpty {
            resolutions[node.id] = .failure(.argumentCount(of: name, count))
        } else {
            resolutions[node.id] = .functions(matching, isNamespaced: isNamespaced)
        }
        return .dyn
    }

    // MARK: - Reports

    private mutating func failMismatch(
        _ node: Expression, _ call: Expression.Call, _ name: String, _ functions: [Function], isMember: Bool,
        _ types: [CELType]
    ) -> CELType {
        let shownTypes = types.map(shown)
        let span = Operators.isOperator(name) ? node.span : call.nameSpan.lowerBound..<node.span.upperBound
        if let library = missingLibrary(of: name, isMember: isMember, types) {
            let what = types.first.map { "'\(name)' of \(shown($0))" } ?? "'\(name)'"
            return fail(node, .noSuchOverload, .library("the function \(what)", library.name), call.nameSpan)
        }
        let mistake: Mistake
        var suggestion: Suggestion?
        if Operators.isOperator(name) {
            mistake = .operands(of: name, shownTypes)
            suggestion = operatorSuggestion(node, name, call.arguments, types)
        } else {
            mistake = .noOverload(name, as: Self.signature(name, shownTypes, isMember: isMember))
            let known = functions.flatMap(\.overloads).map {
                Self.signature(name, $0.parameters.map(\.description), isMember: $0.isMember)
            }
            let declared: Suggestion = "it is declared as \(known.prefix(4).joined(separator: ", "))"
            suggestion =
                argumentSuggestion(name, functions, isMember: isMember, node, call)?
                .or(memberSuggestion(name, functions, node, call, types))
                ?? memberSuggestion(name, functions, node, call, types)
            suggestion = suggestion?.or(declared) ?? declared
        }
        return fail(node, .noSuchOverload, mistake, span, suggestion: suggestion)
    }

    private static func signature(_ name: String, _ types: [String], isMember: Bool) -> String {
        if isMember, let first = types.first {
            return "\(first).\(name)(\(types.dropFirst().joined(separator: ", ")))"
        }
        return "\(name)(\(types.joined(separator: ", ")))"
    }

    private mutating func failUndeclared(_ node: Expression, _ call: Expression.Call) -> CELType {
        let (name, target, nameSpan) = (call.function, call.target, call.nameSpan)
        let undeclared = Mistake.undeclaredFunction(name)
        guard !isLenient, hasRoom else { return fail(node, .noSuchOverload, undeclared, nameSpan) }
        if let macro = ComprehensionMacro(rawValue: name) {
            let mistake: Mistake =
                target == nil ? .macroOnNothing(macro) : .macroArguments(macro, call.arguments.count)
            return fail(node, .noSuchOverload, mistake, nameSpan, suggestion: macroSuggestion(node, call))
        }
        if OptionalMacro(rawValue: name) != nil {
            let mistake: Mistake =
                target == nil ? .optionalMacroOnNothing(name) : .optionalMacroArguments(name, call.arguments.count)
            return fail(node, .noSuchOverload, mistake, nameSpan)
        }
        return fail(
            node, .noSuchOverload, undeclared, nameSpan, suggestion: suggests ? functionSuggestion(node, call) : nil)
    }

    /// For a macro that is called with the list before the variable.
    private func macroSuggestion(_ node: Expression, _ call: Expression.Call) -> Suggestion? {
        guard let macro = macroOnNothing(call) else { return nil }
        let rest = SourcePattern.list(Array(call.arguments.dropFirst()))
        return .write("\(target: call.arguments[0]).\(macro.rawValue)(\(rest))", at: node.span)
    }

    /// For a function that is not declared.
    private func functionSuggestion(_ node: Expression, _ call: Expression.Call) -> Suggestion? {
        if let suggestion = macroSuggestion(node, call) { return suggestion }
        if call.target == nil, call.arguments.isEmpty, isDeclared(call.function) {
            return .write(SourcePattern(call.function), at: node.span, "without brackets: it is no function")
        }
        let foreign =
            call.target.map { ForeignWords.suggestion(forMember: call.function, of: $0, call, at: node.span) }
            ?? ForeignWords.suggestion(forFunction: call.function, call, at: node.span)
        let isMember = call.target != nil
        let known = environment.functions.keys.sorted().filter { key in
            !Operators.isOperator(key)
                && (environment.functions[key] ?? []).contains { $0.overloads.contains { $0.isMember == isMember } }
        }
        let macros = isMember ? Self.macroNames : ["has"]
        let nearest = Spelling.nearest(to: call.function, among: known + macros)
            .map { Suggestion.meant(SourcePattern($0), at: call.nameSpan) }
        return foreign?.or(nearest) ?? nearest
    }

    /// For a target that names no variable but the beginning of functions' names: which of them could be meant.
    private func namespaceSuggestion(_ call: Expression.Call, _ target: Expression) -> Suggestion? {
        guard let prefix = target.qualifiedName?.name, !startsWithLocal(target),
            environment.slots[prefix] == nil, environment.constants[prefix] == nil
        else { return nil }
        let inNamespace = environment.functions.keys.filter { $0.hasPrefix(prefix + ".") }.sorted()
        guard !inNamespace.isEmpty else { return nil }
        let span = target.span.lowerBound..<call.nameSpan.upperBound
        let all: Suggestion = "declared are \(inNamespace.prefix(6).joined(separator: ", "))"
        return Spelling.nearest(to: "\(prefix).\(call.function)", among: inNamespace)
            .map { .meant(SourcePattern($0), at: span).or(all) } ?? all
    }
}

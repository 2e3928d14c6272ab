// What is in libraries that were not chosen.
extension Checker {
    /// Fails a node that needs a feature of a library that was not chosen.
    ///
    /// - Returns: `nil` if the feature is there.
    mutating func failUnless(
        _ feature: CELLibrary.Feature, _ what: String, _ node: Expression, _ span: Range<Int>
    ) -> CELType? {
        if environment.contents.features.contains(feature) { return nil }
        guard let library = environment.contents.missing.first(where: { $0.features.contains(feature) }) else {
            return nil
        }
        return fail(node, .noSuchOverload, .library(what, library.name), span)
    }

    /// The library of a function that was not chosen, and the function's name.
    func missingLibrary(of call: Expression.Call) -> (library: CELLibrary, name: String)? {
        missingLibrary(of: call.function)
    }

    /// The same for a function whose name begins with what the call's target spells, if that is no value.
    func missingNamespace(of call: Expression.Call) -> (library: CELLibrary, name: String)? {
        guard let target = call.target, !startsWithLocal(target), let (prefix, _) = target.qualifiedName,
            !environment.declares(prefix)
        else { return nil }
        return missingLibrary(of: "\(prefix).\(call.function)")
    }

    private func missingLibrary(of name: String) -> (library: CELLibrary, name: String)? {
        environment.contents.missing.first { $0.functions.contains { $0.name == name } }.map { ($0, name) }
    }

    /// The library of a type that was not chosen.
    func missingLibrary(ofType name: String) -> CELLibrary? {
        environment.contents.missing.first { $0.types.contains { $0.typeName == name } }
    }

    /// The library that was not chosen and has an overload of a function for arguments of these types.
    func missingLibrary(of name: String, isMember: Bool, _ types: [CELType]) -> CELLibrary? {
        environment.contents.missing.first { library in
            library.functions.contains { function in
                function.name == name
                    && function.overloads.contains { overload in
                        var trial = unifier
                        return overload.isMember == isMember
                            && trial.fits(types, trial.instantiate(overload.parameters))
                    }
            }
        }
    }
}

extension Expression.Comprehension {
    /// What a library must have for the macro.
    var feature: CELLibrary.Feature? {
        if macro == .sortBy { return .sortBy }
        return secondVariable == nil ? nil : .twoVariables
    }

    /// The macro as messages call it.
    var shownMacro: String {
        let hasOne = macro.takes(variables: 1) && secondVariable != nil
        return hasOne ? "the macro '\(macro.rawValue)' with two variables" : "the macro '\(macro.rawValue)'"
    }
}

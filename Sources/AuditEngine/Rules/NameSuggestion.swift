internal import CEL

/// Proposes the name that was probably meant.
enum NameSuggestion {
    /// `; did you mean 'callback_url'?`, or nothing where no candidate is near.
    static func text(for name: String, among candidates: [String]) -> String {
        Spelling.suggestion(for: name, among: candidates).map { "; \($0)" } ?? ""
    }
}

/// Which files of a folder hold no data, so that they are named and not read.
enum PassingOver {
    /// Why a file is passed over, as its name tells; nil for one that is read.
    static func reason(forName name: some Collection<UInt8>) -> String? {
        let name = String(decoding: name, as: UTF8.self).lowercased()
        let isKnown =
            names.contains(name) || beginnings.contains(where: name.hasPrefix)
            || endings.contains(where: name.hasSuffix)
        return isKnown ? "its name says that it holds no data" : nil
    }

    /// Why a file is passed over, as its first bytes tell: it is a report of this program.
    static func reason(forBeginning bytes: some Collection<UInt8>) -> String? {
        let beginning = String(decoding: bytes.prefix(1024), as: UTF8.self)
        let start = beginning.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        let isJSON =
            start.hasPrefix("{") && start.contains("\"schema_version\"") && start.contains("\"tool\"")
            && start.contains("\"proxy-audit\"")
        let isXML =
            start.hasPrefix("<?xml") && start.contains("<testsuite") && start.contains("package=\"proxy-audit\"")
        return isJSON || isXML || start.hasPrefix("# Audit of Proxy Services") ? "it is a report of proxy-audit" : nil
    }

    private static let names: Set<String> = [
        ".ds_store", ".directory", ".editorconfig", ".gitattributes", ".gitignore", ".gitkeep", ".keep", ".localized",
        "authors", "codeowners", "desktop.ini", "md5sums", "sha1sums", "sha256sums", "sha512sums", "thumbs.db",
    ]
    private static let beginnings = [
        "._", ".proxy-audit-", "changelog", "copying", "licence", "license", "notice", "readme",
    ]
    private static let endings = [
        ".adoc", ".asc", ".markdown", ".md", ".md5", ".rst", ".sha1", ".sha256", ".sha512", ".sig",
    ]
}

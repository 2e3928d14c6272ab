internal import AuditEngine
internal import Foundation

/// Finds and reads the YAML files that hold rule packs and examples.
enum RuleFiles {
    /// The largest file that is read, in bytes.
    private static let largestSize = 4 << 20

    /// The text of a file, or those of every `.yaml` and `.yml` file of a directory, its subdirectories included, in
    /// the order of their paths. Hidden files, and `examples` directories below a directory of packs, are passed over.
    ///
    /// - Throws: `CommandError` for a path that cannot be read, and a directory without such a file.
    static func packs(at path: String) throws(CommandError) -> [RulePackText] {
        try texts(at: path, passingOver: ["examples"], what: "rule pack")
    }

    /// The texts of example files; like `packs(at:)`, without passing anything over.
    static func examples(at path: String) throws(CommandError) -> [RulePackText] {
        try texts(at: path, passingOver: [], what: "example file")
    }

    /// The text of one file.
    static func text(at path: String) throws(CommandError) -> RulePackText {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw .configuration("\(path): \(String(cString: strerror(errno)))")
        }
        defer { try? handle.close() }
        let data: Data
        do {
            data = try handle.read(upToCount: largestSize + 1) ?? Data()
        } catch {
            throw .configuration("\(path): cannot be read")
        }
        guard data.count <= largestSize else {
            throw .configuration("\(path): larger than \(largestSize >> 20) MiB")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .configuration("\(path): not UTF-8")
        }
        return RulePackText(label: path, text: text)
    }

    private static func texts(
        at path: String, passingOver passedOver: Set<String>, what: String
    ) throws(CommandError) -> [RulePackText] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw .configuration("\(path): no such file or directory")
        }
        guard isDirectory.boolValue else { return [try text(at: path)] }
        guard let names = FileManager.default.enumerator(atPath: path) else {
            throw .configuration("\(path): cannot be read")
        }
        let found = names.compactMap { $0 as? String }.filter { name in
            let parts = name.split(separator: "/")
            let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
            return isYAML && !parts.contains { $0.hasPrefix(".") }
                && passedOver.isDisjoint(with: parts.map(String.init))
        }
        guard !found.isEmpty else { throw .configuration("\(path): no \(what) (.yaml or .yml) in this directory") }
        let base = path.hasSuffix("/") ? path : path + "/"
        var texts: [RulePackText] = []
        for name in found.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            texts.append(try text(at: base + name))
        }
        return texts
    }
}

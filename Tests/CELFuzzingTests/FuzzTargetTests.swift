import CEL
import CELFuzzing
import Foundation
import SeededGenerator
import Testing

/// What the fuzzer found once stays mended, and what it generates is worth evaluating.
@Suite struct FuzzTargetTests {
    /// An input of the fuzzer that showed a fault, named after its file: the target, and what went wrong.
    struct Regression: Sendable, CustomStringConvertible {
        let target: FuzzTarget
        let description: String
        let input: [UInt8]
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Fuzz/Regressions").standardizedFileURL

    static let regressions: [Regression] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return names.sorted().compactMap { name in
            guard let target = name.split(separator: "-").first.flatMap({ FuzzTarget(rawValue: String($0)) }),
                let input = try? Data(contentsOf: folder.appending(path: name))
            else { return nil }
            return Regression(target: target, description: name, input: Array(input))
        }
    }()

    @Test func everyRegressionIsRead() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path(percentEncoded: false))
        // Those of the detector of personal data are another test's.
        let ours = names.filter { !$0.hasPrefix("pii-") }
        #expect(!ours.isEmpty && ours.sorted() == Self.regressions.map(\.description))
    }

    @Test(arguments: regressions)
    func whatWasFoundStaysMended(_ regression: Regression) async {
        let violations = await onSmallStack { regression.target.violations(regression.input) }
        #expect(violations == [])
    }

    @Test(arguments: FuzzTarget.allCases)
    func arbitraryInputsBreakNothing(_ target: FuzzTarget) async {
        for input in Self.inputs(300, salt: target == .compile ? 1 : 2) {
            let violations = await onSmallStack { target.violations(input) }
            #expect(violations == [], "\(target.source(of: input))")
        }
    }

    @Test func mostGeneratedExpressionsCompile() {
        let sources = Self.inputs(1000, salt: 3).map { FuzzTarget.evaluate.source(of: $0) }
        let compiling = sources.count { FuzzTarget.compiles($0) }
        #expect(compiling > 500, "\(compiling) of 1000 compile")
        #expect(Set(sources).count > 700)
    }

    @Test func anInputThatEndsEndsTheExpression() {
        #expect(FuzzTarget.evaluate.source(of: []) == "b")
        #expect(FuzzTarget.evaluate.source(of: [0, 0, 1]) == "(b && b)")
    }

    /// Inputs of up to 200 bytes, always the same.
    private static func inputs(_ count: Int, salt: UInt64) -> [[UInt8]] {
        var generator = SeededGenerator(seed: salt)
        return (0..<count).map { _ in
            (0..<generator.next(below: 200)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        }
    }

    private func onSmallStack<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: body()) }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }
}

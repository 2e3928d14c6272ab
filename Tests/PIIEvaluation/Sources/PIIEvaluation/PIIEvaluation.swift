import PII

@main struct PIIEvaluation {
    static func main() {
        while let line = readLine() {
            print(line, PIIDetector().find(in: line).map { ($0.kind, $0.confidence, $0.reason) })
        }
    }
}

import PII
import Testing

@Suite struct PIILevelTests {
    @Test(arguments: [(0.0, PIILevel.low), (0.49, .low), (0.5, .medium), (0.84, .medium), (0.85, .high), (1, .high)])
    func levelOfConfidence(confidence: Double, level: PIILevel) {
        #expect(PIILevel(confidence: confidence) == level)
    }

    @Test func levelsAreOrdered() {
        #expect(PIILevel.low < PIILevel.medium)
        #expect(PIILevel.medium < PIILevel.high)
        #expect(!(PIILevel.high < PIILevel.high))
    }
}

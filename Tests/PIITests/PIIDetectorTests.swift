import PII
import Testing

@Suite struct PIIDetectorTests {
    private let detector = PIIDetector()

    @Test(arguments: LabelledName.personal)
    func findsPersonalData(_ labelled: LabelledName) {
        let kinds = detector.find(in: labelled.name).filter { $0.level >= .medium }.map(\.kind)
        #expect(.personal(kinds) == labelled.label, "\(detector.find(in: labelled.name))")
    }

    @Test(arguments: LabelledName.clean)
    func findsNothingInCleanNames(_ labelled: LabelledName) {
        #expect(detector.find(in: labelled.name).isEmpty, "\(detector.find(in: labelled.name))")
    }

    @Test(arguments: LabelledName.neither)
    func staysLowWhereOpinionsDiffer(_ labelled: LabelledName) {
        let certain = detector.find(in: labelled.name).filter { $0.level >= .medium }
        #expect(certain.isEmpty, "\(certain)")
    }

    @Test(arguments: LabelledName.nationalIDs)
    func findsNationalIDs(_ labelled: LabelledName) {
        let found = detector.find(in: labelled.name)
        let certain = found.filter { $0.level >= .medium }.map(\.kind).sorted { $0.rawValue < $1.rawValue }
        switch labelled.label {
        case .personal(let kinds): #expect(certain == kinds.sorted { $0.rawValue < $1.rawValue }, "\(found)")
        case .neither: #expect(certain.isEmpty, "\(found)")
        // Of no national identification: some are numbers of another kind.
        case .clean: #expect(found.allSatisfy { $0.kind != .nationalID }, "\(found)")
        }
    }

    @Test func labelledNamesAreManyAndDistinct() {
        let names = LabelledName.all.map(\.name)
        #expect(names.count >= 250)
        #expect(Set(names).count == names.count)
        #expect(!LabelledName.personal.contains { $0.label == .personal([]) })
    }
}

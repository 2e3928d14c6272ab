internal import Foundation

/// Evaluates expressions for a program in another language: see ``Session`` for the lines that it reads and writes.
@main
enum CELDriver {
    static func main() {
        var session = Session()
        while let line = readLine() {
            do throws(RequestError) {
                print(try session.answer(line))
            } catch {
                FileHandle.standardError.write(Data("cel-driver: \(error.message)\n".utf8))
                exit(64)
            }
            // The other side waits for each answer.
            fflush(nil)
        }
    }
}

internal import Platform
internal import ServiceModel

/// The clock of this machine.
enum SystemClock {
    static var now: Timestamp {
        let time = WallClock.now
        return Timestamp(seconds: time.seconds, nanoseconds: time.nanoseconds)
            ?? Timestamp(seconds: 0).unsafelyUnwrapped
    }
}

import NIOCore
import Synchronization

/// The server's own channel and those of its connections, so that all of them can be closed at once.
///
/// A server of NIO's must not be stopped by cancelling its task: connections that were accepted but not yet taken up
/// would then be dropped open, which is a fatal error there. Closing the channels lets every task end by itself.
final class OpenChannels: Sendable {
    private struct State {
        var isClosing = false
        var channels: [ObjectIdentifier: any Channel] = [:]
    }

    private let state = Mutex(State())

    /// Keeps a channel until it closes; closes it right away where all are being closed.
    func add(_ channel: any Channel) {
        let isClosing = state.withLock { state in
            if !state.isClosing { state.channels[ObjectIdentifier(channel)] = channel }
            return state.isClosing
        }
        if isClosing {
            // Not at once: the channel may be in the middle of being set up.
            channel.eventLoop.execute { channel.close(promise: nil) }
        }
        channel.closeFuture.whenComplete { [weak self] _ in self?.remove(ObjectIdentifier(channel)) }
    }

    /// Closes every channel, and from now on those that are still to come.
    func closeAll() {
        let channels = state.withLock { state in
            state.isClosing = true
            return Array(state.channels.values)
        }
        for channel in channels { channel.close(promise: nil) }
    }

    private func remove(_ identifier: ObjectIdentifier) {
        state.withLock { state in _ = state.channels.removeValue(forKey: identifier) }
    }
}

/// Tells `OpenChannels` of a connection.
final class ConnectionRegistration: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Never

    private let channels: OpenChannels

    init(_ channels: OpenChannels) {
        self.channels = channels
    }

    func handlerAdded(context: ChannelHandlerContext) {
        channels.add(context.channel)
    }
}

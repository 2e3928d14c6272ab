internal import NIOConcurrencyHelpers
internal import NIOCore
internal import NIOPosix
package import NIOSSL

/// An HTTP server on a free loopback port that answers as a script says, faults included.
package struct ScriptedServer: Sendable {
    /// The port that the system gave.
    package let port: Int
    private let log: NIOLockedValueBox<[ScriptedRequest]>

    /// The requests received so far, in order.
    package var requests: [ScriptedRequest] { log.withLockedValue { $0 } }
    /// The origin over plain HTTP.
    package var baseURL: String { "http://127.0.0.1:\(port)" }

    /// Runs a server for as long as `body` runs.
    package static func run<Value>(
        _ script: Script, tls: NIOSSLContext? = nil, _ body: (ScriptedServer) async throws -> Value
    ) async throws -> Value {
        let log = NIOLockedValueBox<[ScriptedRequest]>([])
        let connections = NIOLockedValueBox<[any Channel]>([])
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                connections.withLockedValue { $0.append(channel) }
                return channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    try channel.pipeline.syncOperations.addHandler(ScriptHandler(script: script, log: log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = ScriptedServer(port: listener.localAddress?.port ?? 0, log: log)
        do {
            let value = try await body(server)
            await close(listener, connections)
            return value
        } catch {
            await close(listener, connections)
            throw error
        }
    }

    private static func close(_ listener: any Channel, _ connections: NIOLockedValueBox<[any Channel]>) async {
        // A channel that is closed already refuses to be closed again, which is what is wanted.
        try? await listener.close().get()
        for channel in connections.withLockedValue({ $0 }) { try? await channel.close().get() }
    }
}

/// Collects bytes into requests and plays the script.
private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let script: Script
    private let log: NIOLockedValueBox<[ScriptedRequest]>
    private var received: [UInt8] = []

    init(script: Script, log: NIOLockedValueBox<[ScriptedRequest]>) {
        self.script = script
        self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += unwrapInboundIn(data).readableBytesView
        while let request = ScriptedRequest.take(from: &received) {
            let index = log.withLockedValue { log in
                log.append(request)
                return log.count - 1
            }
            let answer = script.play(request, index)
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: answer.bytes)), promise: nil)
            if case .close = answer.ending { context.close(promise: nil) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}

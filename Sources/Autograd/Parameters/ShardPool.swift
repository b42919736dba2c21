import Glibc

/// Threads that run the shards of a batch beside each other.
///
/// The caller's thread runs shard 0. The others wait between runs on a condition and inherit the
/// caller's priority; nothing spins, so a busy machine slows a step down no more than it must.
public final class ShardPool {
    /// How many shards run.
    public let shardCount: Int
    private let workers: [Worker]

    /// Starts the threads.
    /// - Precondition: at least one shard.
    public init(shardCount: Int) {
        precondition(shardCount >= 1, "at least one shard must run, not \(shardCount)")
        self.shardCount = shardCount
        workers = (1..<max(shardCount, 1)).map { Worker(shard: $0) }
    }

    deinit {
        for worker in workers { worker.stop() }
    }

    /// Runs `body` once for every shard and returns when all are done.
    ///
    /// Within it operations add to the gradients of their own shard. `body` must not touch what another
    /// shard writes.
    public func run(_ body: (Int) -> Void) {
        withoutActuallyEscaping(body) { body in
            for worker in workers { worker.start(body) }
            body(0)
            for worker in workers { worker.wait() }
        }
    }
}

/// One thread with a mailbox for a single task.
///
/// Unchecked because it wraps the C library's mutex and condition: `task` and `isStopping` are only
/// read and written while the mutex is held, and the task ends before `run` returns.
private final class Worker: @unchecked Sendable {
    private let shard: Int
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var task: ((Int) -> Void)?
    private var isStopping = false

    init(shard: Int) {
        self.shard = shard
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
        var thread = pthread_t()
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(&attributes, 8 << 20)
        let status = pthread_create(
            &thread, &attributes,
            { argument in
                if let argument {
                    Unmanaged<Worker>.fromOpaque(argument).takeRetainedValue().serve()
                }
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        pthread_attr_destroy(&attributes)
        precondition(status == 0, "a thread could not be started: \(status)")
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }

    func start(_ body: @escaping (Int) -> Void) {
        locked {
            task = body
            pthread_cond_broadcast(condition)
        }
    }

    func wait() {
        locked {
            while task != nil { pthread_cond_wait(condition, mutex) }
        }
    }

    func stop() {
        locked {
            isStopping = true
            pthread_cond_broadcast(condition)
        }
    }

    private func serve() {
        EngineContext.current.shard = shard
        while runTask() {
            locked {
                task = nil
                pthread_cond_broadcast(condition)
            }
        }
    }

    /// Runs the next task and lets go of it before the caller is told, whose closure must not escape.
    @inline(never)
    private func runTask() -> Bool {
        let next: ((Int) -> Void)? = locked {
            while task == nil && !isStopping { pthread_cond_wait(condition, mutex) }
            return isStopping ? nil : task
        }
        next?(shard)
        return next != nil
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}

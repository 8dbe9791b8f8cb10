#include "platform/store/sqlite_store.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace pamong::store {
namespace {

/// A write that waits for the writer thread.
struct Job {
    const Scope* scope;
    const std::function<bool(Tx&)>* body;
    std::exception_ptr error{};
    bool finished = false;
};

class SqliteStore final : public Store {
  public:
    explicit SqliteStore(std::string path)
        : path_(std::move(path)), writer_connection_(open_sqlite(path_, false)), writer_([this] { write_loop(); }) {}
    SqliteStore(const SqliteStore&) = delete;
    SqliteStore& operator=(const SqliteStore&) = delete;
    ~SqliteStore() override {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        work_.notify_all();
        writer_.join();
    }

    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }

    void run_read(const Scope& scope, const std::function<void(Tx&)>& body) override {
        auto connection = take_reader();
        struct Return {
            SqliteStore& store;
            std::unique_ptr<Connection>& connection;
            ~Return() {
                const std::lock_guard lock(store.readers_mutex_);
                if (connection) store.readers_.push_back(std::move(connection));
            }
        } give_back{*this, connection};
        connection->script("begin");
        try {
            Tx tx(*connection, scope);
            body(tx);
        } catch (...) {
            connection->script("rollback");
            throw;
        }
        connection->script("commit");
    }

    void run_write(const Scope& scope, const std::function<bool(Tx&)>& body) override {
        expects(std::this_thread::get_id() != writer_.get_id(), "a write inside a write");
        Job job{&scope, &body};
        std::unique_lock lock(mutex_);
        jobs_.push_back(&job);
        work_.notify_one();
        done_.wait(lock, [&] { return job.finished; });
        if (job.error) std::rethrow_exception(job.error);
    }

    void run_alone(const std::function<void(Connection&)>& body) override {
        const std::lock_guard lock(writer_mutex_);
        body(*writer_connection_);
    }

  private:
    std::unique_ptr<Connection> take_reader() {
        {
            const std::lock_guard lock(readers_mutex_);
            if (!readers_.empty()) {
                auto connection = std::move(readers_.back());
                readers_.pop_back();
                return connection;
            }
        }
        return open_sqlite(path_, true);
    }

    void write_loop() {
        constexpr std::size_t largest_group = 256;
        while (true) {
            std::vector<Job*> group;
            {
                std::unique_lock lock(mutex_);
                work_.wait(lock, [&] { return stopping_ || !jobs_.empty(); });
                if (jobs_.empty()) return;
                while (!jobs_.empty() && group.size() < largest_group) {
                    group.push_back(jobs_.front());
                    jobs_.pop_front();
                }
            }
            {
                const std::lock_guard alone(writer_mutex_);
                run_group(group);
            }
            {
                const std::lock_guard lock(mutex_);
                for (Job* job : group) job->finished = true;
            }
            done_.notify_all();
        }
    }

    /// Nobody is told of success before the commit of the whole group has returned.
    void run_group(const std::vector<Job*>& group) {
        Connection& connection = *writer_connection_;
        try {
            connection.script("begin immediate");
            for (Job* job : group) run_job(connection, *job);
            connection.script("commit");
        } catch (...) {
            for (Job* job : group)
                if (!job->error) job->error = std::current_exception();
            try {
                connection.script("rollback");
            } catch (...) {  // already rolled back by SQLite (disk full)
            }
        }
    }

    static void run_job(Connection& connection, Job& job) {
        connection.script("savepoint job");
        bool keep = false;
        try {
            Tx tx(connection, *job.scope);
            keep = (*job.body)(tx);
            if (keep) tx.finish();
        } catch (...) {
            job.error = std::current_exception();
            keep = false;
        }
        connection.script(keep ? "release job" : "rollback to job; release job");
    }

    std::string path_;
    std::unique_ptr<Connection> writer_connection_;
    std::mutex writer_mutex_;

    std::mutex mutex_;
    std::condition_variable work_;
    std::condition_variable done_;
    std::deque<Job*> jobs_;
    bool stopping_ = false;

    std::mutex readers_mutex_;
    std::vector<std::unique_ptr<Connection>> readers_;
    std::thread writer_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite_store(const std::string& path) { return std::make_unique<SqliteStore>(path); }

}  // namespace pamong::store

#include "platform/store/postgres_store.h"

#include <condition_variable>
#include <mutex>

#include "platform/store/store_error.h"

namespace pamong::store {
namespace {

class PostgresStore final : public Store {
  public:
    explicit PostgresStore(std::string url) : url_(std::move(url)) { give_back(open_postgres(url_)); }

    [[nodiscard]] Engine engine() const override { return Engine::postgres; }

    void run_read(const Scope& scope, const std::function<void(Tx&)>& body) override {
        run("begin isolation level repeatable read read only", scope, [&](Tx& tx) {
            body(tx);
            return true;
        });
    }

    void run_write(const Scope& scope, const std::function<bool(Tx&)>& body) override {
        constexpr int attempts = 8;
        for (int attempt = 1;; ++attempt) try {
                run("begin", scope, [&](Tx& tx) {
                    const bool keep = body(tx);
                    if (keep) tx.finish();
                    return keep;
                });
                return;
            } catch (const StoreError& error) {
                if (error.kind() != StoreError::Kind::retry || attempt == attempts) throw;
            }
    }

    void run_alone(const std::function<void(Connection&)>& body) override {
        auto connection = take();
        body(*connection);
        give_back(std::move(connection));
    }

  private:
    void run(const std::string& begin, const Scope& scope, const std::function<bool(Tx&)>& body) {
        auto connection = take();
        bool keep = false;
        try {
            connection->script(begin + "; set local pamong.org = '" + to_string(scope.owner) + "'");  // act_for()
            Tx tx(*connection, scope);
            keep = body(tx);
            connection->script(keep ? "commit" : "rollback");
        } catch (const StoreError& error) {
            if (error.kind() == StoreError::Kind::lost) {
                drop();
            } else {
                connection->script("rollback");
                give_back(std::move(connection));
            }
            throw;
        } catch (...) {
            connection->script("rollback");
            give_back(std::move(connection));
            throw;
        }
        give_back(std::move(connection));
    }

    std::unique_ptr<Connection> take() {
        std::unique_lock lock(mutex_);
        free_.wait(lock, [&] { return !idle_.empty() || open_ < largest_pool; });
        if (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            return connection;
        }
        ++open_;
        lock.unlock();
        try {
            return open_postgres(url_);
        } catch (...) {
            drop();
            throw;
        }
    }
    void give_back(std::unique_ptr<Connection> connection) {
        {
            const std::lock_guard lock(mutex_);
            idle_.push_back(std::move(connection));
        }
        free_.notify_one();
    }
    void drop() {
        {
            const std::lock_guard lock(mutex_);
            --open_;
        }
        free_.notify_one();
    }

    static constexpr int largest_pool = 40;
    std::string url_;
    std::mutex mutex_;
    std::condition_variable free_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int open_ = 1;
};

}  // namespace

std::unique_ptr<Store> open_postgres_store(const std::string& url) { return std::make_unique<PostgresStore>(url); }

}  // namespace pamong::store

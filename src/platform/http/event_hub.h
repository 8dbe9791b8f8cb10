#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pamong::http {

/// Wakes devices that listen: "something in this topic changed, ask the changes feed". Carries no data, so a lost wake
/// costs a delay and nothing else. A topic is an account id or a scope.
class EventHub {
  public:
    /// One connected device. What waits is a set of its own topics: it cannot grow beyond them however slow the device.
    class Listener {
      public:
        Listener(std::vector<std::string> topics, std::function<void()> on_wake)
            : topics_(std::move(topics)), on_wake_(std::move(on_wake)) {}
        /// Topics woken since the last call, in order.
        std::vector<std::string> take();
        /// True once end() was called for one of its topics.
        bool ended();

      private:
        friend class EventHub;
        std::mutex mutex_;
        std::vector<std::string> topics_;
        std::set<std::string, std::less<>> waiting_;
        bool ended_ = false;
        std::function<void()> on_wake_;
    };

    /// Any thread; never waits for a device.
    void wake(std::string_view topic);
    /// Closes the streams of a topic, such as those of an account that signed out.
    void end(std::string_view topic);

    /// For the server: `on_wake` is called from whatever thread wakes, and must only hand over. Drop the pointer to
    /// leave.
    std::shared_ptr<Listener> listen(std::vector<std::string> topics, std::function<void()> on_wake);
    [[nodiscard]] std::size_t listeners();

  private:
    std::vector<std::shared_ptr<Listener>> of(std::string_view topic);
    std::mutex mutex_;
    std::multimap<std::string, std::weak_ptr<Listener>, std::less<>> by_topic_;
};

}  // namespace pamong::http

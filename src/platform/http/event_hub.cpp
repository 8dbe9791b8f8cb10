#include "platform/http/event_hub.h"

#include <algorithm>

namespace pamong::http {

std::vector<std::string> EventHub::Listener::take() {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> taken(waiting_.begin(), waiting_.end());
    waiting_.clear();
    return taken;
}

bool EventHub::Listener::ended() {
    const std::scoped_lock lock(mutex_);
    return ended_;
}

std::vector<std::shared_ptr<EventHub::Listener>> EventHub::of(std::string_view topic) {
    const std::scoped_lock lock(mutex_);
    std::vector<std::shared_ptr<Listener>> found;
    for (auto [at, end] = by_topic_.equal_range(topic); at != end; ++at)
        if (auto listener = at->second.lock()) found.push_back(std::move(listener));
    return found;
}

void EventHub::wake(std::string_view topic) {
    for (const auto& listener : of(topic)) {
        {
            const std::scoped_lock lock(listener->mutex_);
            // Already waiting: the device has not been told yet, one telling is enough.
            if (!listener->waiting_.emplace(topic).second) continue;
        }
        listener->on_wake_();
    }
}

void EventHub::end(std::string_view topic) {
    for (const auto& listener : of(topic)) {
        {
            const std::scoped_lock lock(listener->mutex_);
            listener->ended_ = true;
        }
        listener->on_wake_();
    }
}

std::shared_ptr<EventHub::Listener> EventHub::listen(std::vector<std::string> topics, std::function<void()> on_wake) {
    auto listener = std::make_shared<Listener>(std::move(topics), std::move(on_wake));
    const std::scoped_lock lock(mutex_);
    std::erase_if(by_topic_, [](const auto& entry) { return entry.second.expired(); });
    for (const std::string& topic : listener->topics_) by_topic_.emplace(topic, listener);
    return listener;
}

std::size_t EventHub::listeners() {
    const std::scoped_lock lock(mutex_);
    std::set<std::shared_ptr<Listener>> alive;
    for (const auto& [topic, listener] : by_topic_)
        if (auto held = listener.lock()) alive.insert(std::move(held));
    return alive.size();
}

}  // namespace pamong::http

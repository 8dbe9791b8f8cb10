#include "platform/words.h"

#include <boost/json.hpp>

#include "platform/embedded.h"
#include "platform/json/json.h"

namespace pamong {

const Words& Words::all() {
    static const Words words = [] {
        Words read;
        for (const auto& file : embedded_below("words/")) {
            const auto document = parse_json(file.content);
            expects(document && document->is_object(), std::string(file.path) + " is not a JSON object");
            for (const auto& member : document->get_object()) {
                const auto& sentence = member.value().as_object();
                read.sentences_[std::string(member.key())] = {std::string(sentence.at("id").as_string()),
                                                              std::string(sentence.at("en").as_string())};
            }
        }
        return read;
    }();
    return words;
}

std::string Words::text(Language language, std::string_view key,
                        const std::map<std::string, std::string>& values) const {
    const auto found = sentences_.find(key);
    if (found == sentences_.end()) return std::string(key);
    std::string_view pattern = language == Language::id ? found->second.id : found->second.en;
    std::string text;
    while (true) {
        const auto open = pattern.find('{');
        text += pattern.substr(0, open);
        if (open == std::string_view::npos) return text;
        const auto close = pattern.find('}', open);
        if (close == std::string_view::npos) return text + std::string(pattern.substr(open));
        const auto value = values.find(std::string(pattern.substr(open + 1, close - open - 1)));
        text += value == values.end() ? std::string("…") : value->second;
        pattern.remove_prefix(close + 1);
    }
}

std::string Words::text(Language language, const Problem& problem) const {
    return text(language, problem.code, problem.values);
}

bool Words::knows(std::string_view key) const { return sentences_.contains(key); }

}  // namespace pamong

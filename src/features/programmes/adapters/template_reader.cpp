#include "features/programmes/adapters/template_reader.h"

#include "platform/embedded.h"
#include "platform/json/json.h"

namespace pamong::programmes {

struct FileTexts {
    std::string id;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(FileTexts, (), (id, en))
struct FileLabels {
    std::int32_t year = 0;
    std::vector<std::string> generations;
};
BOOST_DESCRIBE_STRUCT(FileLabels, (), (year, generations))
struct FileWishes {
    std::int32_t gap = 0;
    std::int32_t distance = 0;
    std::int32_t subject = 0;
    std::int32_t level = 0;
};
BOOST_DESCRIBE_STRUCT(FileWishes, (), (gap, distance, subject, level))
struct FileStep {
    std::string from_role;
    std::string to_role;
    std::optional<std::int32_t> from_generation;
    std::optional<std::int32_t> to_generation;
    std::int32_t most_mentees = 1;
    std::vector<std::string> rules;
    FileWishes wishes;
    std::optional<std::int32_t> longest_km;
};
BOOST_DESCRIBE_STRUCT(FileStep, (),
                      (from_role, to_role, from_generation, to_generation, most_mentees, rules, wishes, longest_km))
struct FilePhase {
    std::string kind;
    FileTexts name;
    std::int32_t days = 1;
};
BOOST_DESCRIBE_STRUCT(FilePhase, (), (kind, name, days))
struct FileTemplate {
    std::string code;
    FileTexts name;
    std::string source;
    std::int32_t year = 0;
    std::string mark;
    std::int32_t months = 0;
    std::vector<FileLabels> labels;
    std::vector<FileStep> steps;
    std::vector<FilePhase> phases;
};
BOOST_DESCRIBE_STRUCT(FileTemplate, (), (code, name, source, year, mark, months, labels, steps, phases))
struct FileTemplates {
    std::vector<FileTemplate> items;
};
BOOST_DESCRIBE_STRUCT(FileTemplates, (), (items))

namespace {

Template template_from(FileTemplate&& file) {
    Template kind{std::move(file.code),
                  {file.name.id, file.name.en},
                  {file.source, file.year,
                   file.mark == "V"   ? Mark::checked
                   : file.mark == "D" ? Mark::design
                                      : Mark::unchecked},
                  file.months,
                  {},
                  {},
                  {}};
    for (auto& labels : file.labels) kind.labels.push_back({labels.year, std::move(labels.generations)});
    for (auto& step : file.steps)
        kind.steps.push_back({step.from_role,
                              step.to_role,
                              step.from_generation,
                              step.to_generation,
                              step.most_mentees,
                              std::move(step.rules),
                              {step.wishes.gap, step.wishes.distance, step.wishes.subject, step.wishes.level},
                              step.longest_km});
    for (auto& phase : file.phases) kind.phases.push_back({phase.kind, {phase.name.id, phase.name.en}, phase.days});
    return kind;
}

}  // namespace

Result<std::vector<Template>> read_templates(std::string_view content) {
    auto file = from_json<FileTemplates>(content);
    if (!file) return refused(file.error());
    std::vector<Template> templates;
    for (auto& one : file->items) {
        for (const FileStep& step : one.steps)
            if (step.most_mentees < 1)
                return refused("regulations.malformed",
                               {{"file", "programme_templates.json"}, {"line", one.code}, {"column", "most_mentees"}});
        for (const FilePhase& phase : one.phases)
            if (phase.days < 1)
                return refused("regulations.malformed",
                               {{"file", "programme_templates.json"}, {"line", one.code}, {"column", "days"}});
        templates.push_back(template_from(std::move(one)));
    }
    return templates;
}

const std::vector<Template>& embedded_templates() {
    static const std::vector<Template> templates = [] {
        const auto content = embedded("regulations/programme_templates.json");
        expects(content.has_value(), "regulations/programme_templates.json is part of the program");
        auto read = read_templates(*content);
        expects(read.has_value(), read ? "" : read.error().code + " " + read.error().at);
        return std::move(*read);
    }();
    return templates;
}

}  // namespace pamong::programmes

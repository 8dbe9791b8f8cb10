#pragma once

#include "features/instruments/domain/answer_table.h"
#include "features/instruments/usecases/submit_form.h"

namespace pamong::instruments {

using LinkId = Id<struct LinkTag>;

/// A link for people without an account: a class answers on one tablet, or each on their own phone.
struct Link {
    LinkId id;
    Uuid instrument_id;
    std::string instrument_version;
    std::optional<Uuid> subject_person_id{};
    std::string class_name;
    std::int64_t most = 1;  ///< 1: single use
    std::int64_t responses = 0;
    AccountId opened_by;
    Timestamp opened_at;
    Timestamp closes_at;
};

class LinkStore {
  public:
    virtual ~LinkStore() = default;
    virtual std::optional<Link> find(const LinkId& id) = 0;
    /// The same, while nobody else adds a response.
    virtual std::optional<Link> find_locked(const LinkId& id) = 0;
    virtual std::vector<Link> of_account(const AccountId& account) = 0;
    virtual void add(const Link& link, const std::string& token_hash) = 0;
    virtual std::optional<std::string> response_hash(const LinkId& id, const std::string& key) = 0;
    virtual void add_response(const Link& link, const std::string& key, const std::string& content_hash,
                              std::int64_t batch, const std::vector<Answer>& answers) = 0;
    /// How often each choice was given, in the batches below `batches`.
    virtual std::vector<ChoiceCount> counts(const LinkId& id, std::int64_t batches) = 0;
    virtual access::Where place_of(const std::optional<Uuid>& person) = 0;
    virtual void journal(std::string_view action, const Uuid& subject) = 0;
};

/// Opens a link, for a class of one's own or of somebody one appraises. Repeating the command changes nothing, but the
/// token is known only to whoever made it first. Problems: access.not_permitted, instruments.id_reused,
/// instruments.link_size (1 to 200), instruments.link_days (closes within 60 days).
Result<Link> open_link(const Link& link, const std::string& token_hash, const access::Actor& actor, LinkStore& store);

/// What somebody answered by link.
struct LinkAnswer {
    std::string key;  ///< hash of the id made on the device: a lost reply may be asked for again
    std::string content_hash;
    std::vector<Answer> answers;
};
/// Problems: instruments.link_closed (over, or full), instruments.same_id_other_content, instruments.unanswered.
Result<Link> answer_link(const LinkId& id, const LinkAnswer& answer, Timestamp now, LinkStore& store,
                         evidence::EvidenceStore& evidence);

/// The table of a link: nothing below five answers, then in steps of five. Problems: instruments.not_found.
Result<AnswerTable> link_table(const LinkId& id, const access::Actor& actor, LinkStore& store);

}  // namespace pamong::instruments

// What of an answered form may be cited in a report, and under which name.
#include <gtest/gtest.h>

#include "features/instruments/domain/submission.h"

namespace pamong::instruments {
namespace {

const std::vector<Answer> checked_document{{"/data/aspect", "", "I1", {}, AnswerKind::choice},
                                           {"/data/document", "", "Profil mentor", {}, AnswerKind::text},
                                           {"/data/expected", "", "6", Exact(6), AnswerKind::whole},
                                           {"/data/found", "", "5", Exact(5), AnswerKind::whole},
                                           {"/data/visit/minutes", "1", "30", Exact(30), AnswerKind::whole}};

TEST(CitableAnswers, AreNumbersAndChoicesOutsideRepeatsAndNeverWords) {
    const CitableAnswers citable = citable_answers(checked_document);
    EXPECT_EQ(citable.choices, R"({"aspect":"I1"})");
    EXPECT_EQ(citable.numbers, R"({"expected":6,"found":5})");
}

TEST(CitableAnswers, LeaveOutWhatIsNoCode) {
    // A form that takes its choices from a list elsewhere lets any value through.
    const CitableAnswers citable = citable_answers({{"/data/who", "", "Ibu \"Rina\"", {}, AnswerKind::choice}});
    EXPECT_EQ(citable.choices, "{}");
}

TEST(EvidenceLabel, NamesWhatTheFormIsAbout) {
    EXPECT_EQ(evidence_label("Pemeriksaan dokumen", checked_document), "Pemeriksaan dokumen I1");
    EXPECT_EQ(evidence_label("Angket", {}), "Angket");
}

}  // namespace
}  // namespace pamong::instruments

#include "features/qualitative/domain/triangulation.h"

#include <set>

namespace pamong::qualitative {

Triangulation triangulate(const std::vector<Voice>& voices) {
    std::map<std::pair<InformantRole, Technique>, TriangulationCell> cells;
    std::set<InformantRole> roles;
    std::set<Technique> techniques;
    std::set<Day> dates;
    for (const Voice& voice : voices) {
        auto& cell = cells[{voice.role, voice.technique}];
        cell.role = voice.role;
        cell.technique = voice.technique;
        ++(voice.stance == Stance::supports ? cell.supports : cell.contradicts);
        if (voice.stance != Stance::supports) continue;
        roles.insert(voice.role);
        techniques.insert(voice.technique);
        dates.insert(voice.dated_on);
    }
    Triangulation made{{}, roles.size() >= 2, techniques.size() >= 2, dates.size() >= 2, Verdict::silent};
    int supporting = 0;
    int contradicting = 0;
    for (const auto& [place, cell] : cells) {
        made.cells.push_back(cell);
        if (cell.supports > 0) ++supporting;
        if (cell.contradicts > 0) ++contradicting;
    }
    if (supporting == 0 && contradicting == 0) return made;
    if (contradicting == 0) made.verdict = Verdict::consistent;
    else made.verdict = contradicting >= supporting ? Verdict::inconsistent : Verdict::partly_consistent;
    return made;
}

}  // namespace pamong::qualitative

// Generated from the server's route table by `pamong api --types`; do not edit.
// A decimal, a day (2026-11-20) and a moment (2026-11-20T08:00:00Z) travel as strings.

export interface AccountLine {
  readonly id: string;
  readonly login: string;
  readonly display_name: string;
  readonly role: Role;
  readonly scope_kind: ScopeKind;
  readonly scope_name: string;
  readonly has_password: boolean;
}

export interface AccountList {
  readonly items: readonly AccountLine[];
}

export interface ActionBody {
  readonly pair_id: string;
  readonly session_id: string | null;
  readonly body: string;
  readonly owner_id: string;
  readonly due_on: string;
}

export interface ActionLine {
  readonly id: string;
  readonly revision: number;
  readonly session_id: string | null;
  readonly body: string;
  readonly owner_id: string;
  readonly due_on: string;
  readonly state: ActionState;
  readonly done_on: string | null;
}

export type ActionState = | 'open' | 'done' | 'dropped';

export interface ActionStateBody {
  readonly command_id: string;
  readonly base_revision: number;
  readonly state: ActionState;
  readonly done_on: string | null;
}

export type Advice = | 'keep' | 'improve' | 'add' | 'stop';

export interface AgendaPart {
  readonly position: number;
  readonly title: string;
  readonly mode: string;
  readonly objective: string;
  readonly product: string;
}

export interface AgreementBody {
  readonly agreement: string;
}

export interface Aim {
  readonly position: number;
  readonly aim: string;
  readonly reached: Reached | null;
  readonly note: string;
}

export interface AimsBody {
  readonly aims: readonly Aim[];
}

export interface AnalysisList {
  readonly items: readonly AnalysisView[];
}

export interface AnalysisView {
  readonly id: string;
  readonly revision: number;
  readonly method: string;
  readonly method_version: string;
  readonly title: string;
  readonly settings: unknown;
  readonly snapshot: unknown;
  readonly snapshot_hash: string;
  readonly result: unknown;
  readonly made_at: string;
  readonly guards: readonly string[];
  readonly picture: string;
  readonly picture_phone: string;
}

export interface AnswerBody {
  readonly command_id: string;
  readonly base_revision: number;
  readonly answer: PairAnswer;
}

export type AnswerKind = | 'text' | 'whole' | 'decimal' | 'day' | 'moment' | 'choice' | 'choices' | 'missing';

export interface AnswerLine {
  readonly path: string;
  readonly repeat_index: string;
  readonly value: string;
  readonly kind: AnswerKind;
}

export interface AnswerLinkLine {
  readonly id: string;
  readonly instrument: string;
  readonly subject_person_id: string | null;
  readonly class_name: string;
  readonly most: number;
  readonly received: number;
  readonly opened_at: string;
  readonly closes_at: string;
  readonly path: string | null;
  readonly qr: string | null;
}

export interface AnswerLinkList {
  readonly items: readonly AnswerLinkLine[];
}

export interface AnswerLinkTable {
  readonly link: AnswerLinkLine;
  readonly instrument_id: string;
  readonly instrument_version: string;
  readonly table: AnswerTable;
}

export interface AnswerTable {
  readonly counted: number;
  readonly received: number;
  readonly counts: readonly ChoiceCount[];
}

export type AppraisalEvent = | 'share' | 'agree' | 'object' | 'accept_objection' | 'keep_ratings' | 'freeze' | 'correct';

export interface AppraisalLine {
  readonly person_id: string;
  readonly person_name: string;
  readonly school_id: string;
  readonly school_name: string;
  readonly id: string | null;
  readonly indicator: string;
  readonly state: AppraisalState | null;
  readonly next_step: PracticeStep | null;
  readonly is_rated: boolean;
  readonly is_answered: boolean;
  readonly is_own: boolean;
  readonly may_appraise: boolean;
  readonly version: number;
  readonly predicate: string | null;
}

export type AppraisalState = | 'draft' | 'shared' | 'agreed' | 'objected' | 'frozen';

export interface AppraisalVersion {
  readonly version: number;
  readonly state: AppraisalState;
  readonly predicate: string | null;
  readonly frozen_at: string | null;
  readonly frozen_name: string;
  readonly content_hash: string;
  readonly correction_reason: string;
}

export interface AppraisalView {
  readonly id: string;
  readonly revision: number;
  readonly person_id: string;
  readonly school_id: string;
  readonly year: number;
  readonly regime: string;
  readonly indicator: string;
  readonly version: number;
  readonly state: AppraisalState;
  readonly next_step: PracticeStep | null;
  readonly steps: readonly PracticeStepLine[];
  readonly submission_id: string | null;
  readonly work_result: Expectation | null;
  readonly behaviour: Expectation | null;
  readonly predicate: string | null;
  readonly predicate_source: string;
  readonly objection: string;
  readonly objection_answer: string;
  readonly frozen_at: string | null;
  readonly content_hash: string;
  readonly person_name: string;
  readonly school_name: string;
  readonly frozen_name: string;
  readonly correction_reason: string;
  readonly predicate_mark: string;
  readonly credit: CreditView | null;
  readonly observation: ObservationChoice | null;
  readonly observations: readonly ObservationChoice[];
  readonly versions: readonly AppraisalVersion[];
  readonly may_appraise: boolean;
  readonly is_own: boolean;
  readonly shows_notes: boolean;
  readonly mentor_is_assessor: boolean;
}

export interface AppraisalYear {
  readonly year: number;
  readonly years: readonly number[];
  readonly items: readonly AppraisalLine[];
}

export interface AskMemberBody {
  readonly theme_id: string;
  readonly source_id: string;
}

export interface AskedMemberReply {
  readonly id: string;
  readonly token: string;
}

export interface AspectBody {
  readonly question: string;
  readonly criterion: string;
  readonly standard: string;
  readonly standard_value: string | null;
  readonly sources: string;
  readonly used: boolean;
  readonly base_revision: number | null;
}

export interface AspectPage {
  readonly id: string;
  readonly code: string;
  readonly component: CippComponent;
  readonly name: string;
  readonly question: string;
  readonly criterion: string;
  readonly standard: string;
  readonly standard_value: string | null;
  readonly sources: string;
  readonly used: boolean;
  readonly links: readonly LinkLine[];
  readonly finding: readonly Sentence[];
  readonly measure: MeasureLine | null;
  readonly discrepancy: string | null;
  readonly judgement: Judgement | null;
  readonly reason: string;
  readonly cause: string;
  readonly stale: boolean;
  readonly revision: number;
}

export interface AttachmentLine {
  readonly id: string;
  readonly hash: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly taken_at: string | null;
  readonly added_at: string;
  readonly own: boolean;
}

export interface AttachmentList {
  readonly items: readonly AttachmentLine[];
}

export interface AttendanceBody {
  readonly present: readonly string[];
}

export interface BothWords {
  readonly id: string;
  readonly en: string;
}

export type CheckAnswer = | 'agree' | 'mend' | 'reject';

export interface CheckLine {
  readonly id: string;
  readonly theme_id: string;
  readonly theme_revision: number;
  readonly source_id: string;
  readonly asked_at: string;
  readonly expires_at: string;
  readonly answers: number;
  readonly answer: CheckAnswer | null;
  readonly comment: string;
  readonly answered_at: string | null;
}

export interface ChoiceCount {
  readonly path: string;
  readonly value: string;
  readonly count: number;
}

export type CippComponent = | 'context' | 'input' | 'process' | 'product';

export interface CitableItem {
  readonly id: string;
  readonly revision: number;
  readonly kind: Kind;
  readonly label: string;
  readonly made_at: string;
  readonly quote: string;
  readonly numbers: readonly CitableNumber[];
}

export interface CitableList {
  readonly items: readonly CitableItem[];
}

export interface CitableNumber {
  readonly path: string;
  readonly value: string;
}

export interface Claim {
  readonly statement: ItemRef;
  readonly slot: string;
  readonly pieces: readonly ReportPiece[];
}

export interface ClassChangeBody {
  readonly id: string;
  readonly subject: string;
  readonly before: string;
  readonly after: string;
}

export interface ClassResult {
  readonly id: string;
  readonly teacher_id: string;
  readonly school_id: string;
  readonly class_name: string;
  readonly subject: string;
  readonly instrument: string;
  readonly period: string;
  readonly measured_on: string;
  readonly pupils: number;
  readonly mean: string;
  readonly sd: string | null;
  readonly full_marks: string;
  readonly criterion: string | null;
  readonly mastered: number | null;
}

export interface ClassResultList {
  readonly items: readonly ClassResult[];
}

export interface ClosedDaysBody {
  readonly name: string;
  readonly exam: boolean;
  readonly first_day: string;
  readonly last_day: string;
}

export interface Code {
  readonly id: string;
  readonly study_id: string;
  readonly version: number;
  readonly name: string;
  readonly definition: string;
  readonly when_to_use: string;
  readonly when_not: string;
  readonly example: string;
}

export interface CodeBody {
  readonly code: string;
  readonly password: string;
}

export interface CodingBody {
  readonly source_id: string;
  readonly code_id: string;
  readonly start: number;
  readonly end: number;
  readonly text_hash: string;
  readonly memo: string;
}

export interface CodingLine {
  readonly id: string;
  readonly source_id: string;
  readonly code_id: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly memo: string;
}

export type Concern = | 'not_met_yet' | 'no_slot' | 'silence' | 'fidelity' | 'not_answered';

export interface ConcernLine {
  readonly pair_id: string;
  readonly concern: Concern;
  readonly mentor_name: string;
  readonly mentee_name: string;
  readonly school_name: string;
  readonly value: string | null;
  readonly bound: string | null;
}

export type Confidence = | 'tentative' | 'firm';

export type Consent = | 'written' | 'oral' | 'not_needed';

export interface ConsentsReply {
  readonly active: number;
}

export interface ContactBody {
  readonly pair_id: string;
  readonly channel: ContactChannel;
  readonly on_day: string;
  readonly minutes: number;
}

export type ContactChannel = | 'meeting' | 'phone' | 'chat' | 'video' | 'letter';

export interface ContactLine {
  readonly id: string;
  readonly channel: ContactChannel;
  readonly on_day: string;
  readonly minutes: number;
}

export interface CreateProgrammeBody {
  readonly template_code: string;
  readonly name: string;
  readonly label_year: number;
  readonly starts_on: string;
  readonly school_id: string | null;
  readonly region_ids: readonly string[] | null;
}

export interface CreditView {
  readonly level: string;
  readonly percent: string;
  readonly coefficient: string;
  readonly credit: string;
  readonly source: string;
}

export type Decision = | 'proceed' | 'proceed_improved' | 'extend' | 'revise' | 'stop';

export interface DecisionBody {
  readonly decision: Decision;
  readonly reason: string;
}

export type Employment = | 'PNS' | 'CPNS' | 'PPPK' | 'GTY' | 'GTT';

export interface EnrolBody {
  readonly items: readonly ParticipantBody[];
}

export interface EnrolledReply {
  readonly added: number;
  readonly known: number;
  readonly ratios: readonly RatioLine[];
}

export interface EvaluationBody {
  readonly title: string;
  readonly programme_name: string;
  readonly purpose: string;
  readonly use: EvaluationUse;
  readonly users: string;
  readonly description: string;
  readonly method: string;
  readonly limits: string;
  readonly place: string;
  readonly period_from: string;
  readonly period_to: string;
  readonly scale_rule: ScaleRule;
  readonly informants: readonly Informants[];
  readonly programme_id: string | null;
  readonly school_id: string | null;
  readonly region_ids: readonly string[];
  readonly base_revision: number | null;
}

export interface EvaluationLine {
  readonly id: string;
  readonly title: string;
  readonly programme_name: string;
  readonly state: EvaluationState;
  readonly period_from: string;
  readonly period_to: string;
  readonly decision: Decision | null;
  readonly open_recommendations: number;
}

export interface EvaluationList {
  readonly items: readonly EvaluationLine[];
  readonly may_manage: boolean;
}

export interface EvaluationPage {
  readonly id: string;
  readonly title: string;
  readonly programme_name: string;
  readonly purpose: string;
  readonly use: EvaluationUse;
  readonly users: string;
  readonly description: string;
  readonly method: string;
  readonly limits: string;
  readonly place: string;
  readonly period_from: string;
  readonly period_to: string;
  readonly scale_rule: ScaleRule;
  readonly informants: readonly Informants[];
  readonly state: EvaluationState;
  readonly locked_at: string | null;
  readonly lock_hash: string;
  readonly decision: Decision | null;
  readonly decision_reason: string;
  readonly aspects: readonly AspectPage[];
  readonly recommendations: readonly RecommendationLine[];
  readonly report_number: number | null;
  readonly may_manage: boolean;
  readonly revision: number;
}

export type EvaluationState = | 'draft' | 'locked' | 'collecting' | 'judged' | 'closed';

export type EvaluationUse = | 'formative' | 'summative';

export interface EventBody {
  readonly base_revision: number | null;
  readonly event: AppraisalEvent;
  readonly text: string;
}

export interface EvidenceChain {
  readonly id: string;
  readonly items: readonly EvidenceNode[];
}

export interface EvidenceLine {
  readonly id: string;
  readonly revision: number;
  readonly kind: Kind;
  readonly label: string;
  readonly made_at: string;
  readonly content: unknown;
}

export interface EvidenceList {
  readonly items: readonly EvidenceLine[];
}

export interface EvidenceNode {
  readonly id: string;
  readonly revision: number;
  readonly kind: Kind;
  readonly label: string;
  readonly hash: string;
  readonly made_at: string;
  readonly stale: boolean;
  readonly parents: readonly EvidenceParent[];
  readonly content: unknown | null;
}

export interface EvidenceParent {
  readonly id: string;
  readonly revision: number;
  readonly why: Why;
}

export type Expectation = | 'above' | 'as_expected' | 'below';

export interface FeedReply {
  readonly path: string;
}

export interface FindingBody {
  readonly sentences: readonly SentenceBody[];
  readonly base_revision: number | null;
}

export interface FollowUpBody {
  readonly recommendation_id: string;
  readonly status: FollowUpStatus;
  readonly note: string;
}

export interface FollowUpLine {
  readonly id: string;
  readonly status: FollowUpStatus;
  readonly note: string;
  readonly noted_at: string;
}

export type FollowUpStatus = | 'open' | 'in_progress' | 'done' | 'dropped';

export interface FormsInput {
  readonly year: number | null;
}

export type Frame = | 'miles_huberman' | 'braun_clarke';

export interface GapJson {
  readonly competence: string;
  readonly mentee: string;
  readonly mentor: string;
}

export interface GapLine {
  readonly key: string;
  readonly name: string;
  readonly people: number;
  readonly mean: string | null;
  readonly gap: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly below: number | null;
  readonly hidden: boolean;
}

export interface GapPage {
  readonly test: TestLine;
  readonly by: GroupBy;
  readonly groups: readonly GapLine[];
  readonly whole: GapLine | null;
  readonly smallest_group: number;
}

export interface GoalBody {
  readonly indicator: string;
  readonly target: string;
  readonly unit: string;
}

export type GroupBy = | 'subject' | 'school' | 'district' | 'province';

export interface HoldSessionBody {
  readonly command_id: string;
  readonly base_revision: number;
  readonly held_at: string;
  readonly minutes: number;
  readonly led_by: Side | null;
}

export interface Home {
  readonly greeting_name: string;
  readonly today: string;
  readonly cards: readonly HomeCard[];
  readonly empty_key: string | null;
}

export interface HomeAction {
  readonly label_key: string;
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
}

export interface HomeCard {
  readonly id: string;
  readonly kind: string;
  readonly tone: Tone;
  readonly title_key: string;
  readonly values: Readonly<Record<string, string>>;
  readonly text_key: string | null;
  readonly href: string | null;
  readonly count: number | null;
  readonly due: string | null;
  readonly actions: readonly HomeAction[];
}

export interface ImportBody {
  readonly csv: string;
  readonly school_id: string;
  readonly dry_run: boolean;
}

export type InformantRole = | 'head' | 'mentor' | 'mentee' | 'teacher' | 'pupil' | 'parent' | 'supervisor' | 'official' | 'none';

export interface Informants {
  readonly role: string;
  readonly people: number;
  readonly chosen_because: string;
  readonly technique: string;
}

export interface InstrumentLine {
  readonly id: string;
  readonly version: string;
  readonly code: string;
  readonly title_id: string;
  readonly title_en: string;
  readonly minutes: number;
  readonly hash: string;
}

export interface InstrumentList {
  readonly items: readonly InstrumentLine[];
}

export interface InviteBody {
  readonly grant_id: string;
  readonly login: string;
  readonly display_name: string;
  readonly role: Role;
  readonly scope_kind: ScopeKind;
  readonly scope_id: string | null;
  readonly scope_name: string;
  readonly person_id: string | null;
}

export interface InvitedReply {
  readonly account_id: string;
  readonly code: string;
}

export interface ItemRef {
  readonly id: string;
  readonly revision: number;
}

export type ItemState = | 'open' | 'running' | 'done';

export interface JobLine {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly progress_done: number;
  readonly progress_total: number;
  readonly cancel_asked: boolean;
  readonly file: string | null;
  readonly value: unknown | null;
  readonly problem: JobProblem | null;
  readonly created_at: string;
  readonly finished_at: string | null;
}

export interface JobList {
  readonly items: readonly JobLine[];
}

export interface JobProblem {
  readonly code: string;
  readonly title: string;
}

export type JobState = | 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JournalCheck {
  readonly entries: number;
  readonly intact: boolean;
  readonly broken_at: number | null;
}

export interface JournalLine {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly action: string;
  readonly kind: string;
  readonly subject_id: string;
}

export interface JournalPage {
  readonly items: readonly JournalLine[];
  readonly next: number | null;
}

export type Judgement = | 'fulfilled' | 'mostly' | 'partly' | 'not_fulfilled';

export interface JudgementBody {
  readonly judgement: Judgement;
  readonly reason: string;
  readonly cause: string;
  readonly base_revision: number | null;
}

export type Kind = | 'source' | 'anchor' | 'answer' | 'score' | 'coding' | 'code_version' | 'theme' | 'snapshot' | 'analysis' | 'result' | 'finding' | 'judgement' | 'recommendation' | 'statement' | 'member_check' | 'review';

export interface LanguageBody {
  readonly language: string;
}

export interface LevelLine {
  readonly level: number;
  readonly name_id: string;
  readonly name_en: string;
  readonly minimum_for: string;
}

export interface LinkBody {
  readonly aspect_id: string;
  readonly item_id: string;
  readonly role: LinkRole;
  readonly why: LinkWhy;
  readonly note: string;
}

export interface LinkLine {
  readonly id: string;
  readonly item: ItemRef;
  readonly kind: Kind;
  readonly label: string;
  readonly role: LinkRole;
  readonly why: LinkWhy;
  readonly note: string;
  readonly stale: boolean;
}

export type LinkRole = | 'observation' | 'score' | 'statistic' | 'quote' | 'document';

export type LinkWhy = | 'supports' | 'contradicts' | 'qualifies';

export interface MatchList {
  readonly items: readonly MatchSummary[];
}

export interface MatchPairLine {
  readonly id: string;
  readonly mentor: PersonShown;
  readonly mentee: PersonShown;
  readonly cost: number;
  readonly reasons: PairReasonsJson;
  readonly next_mentor: string | null;
  readonly next_at_least: number | null;
}

export type MatchState = | 'proposed' | 'published' | 'replaced';

export interface MatchSummary {
  readonly id: string;
  readonly programme_id: string;
  readonly step: number;
  readonly state: MatchState;
  readonly dropped_rules: readonly string[];
  readonly method: string;
  readonly seed: number;
  readonly placed: number;
  readonly unmatched: number;
  readonly total_cost: number;
  readonly gap: number;
  readonly made_at: string;
}

export interface MatchView {
  readonly match: MatchSummary;
  readonly pairs: readonly MatchPairLine[];
  readonly unmatched: readonly UnmatchedLine[];
}

export interface Me {
  readonly account_id: string;
  readonly person_id: string | null;
  readonly display_name: string;
  readonly language: string;
  readonly org_id: string;
  readonly org_name: string;
  readonly roles: readonly RoleHeld[];
  readonly permissions: readonly string[];
  readonly offices: readonly OfficeLine[];
}

export interface MeasureBody {
  readonly inputs: readonly NumberBody[];
}

export interface MeasureLine {
  readonly inputs: readonly NumberRef[];
  readonly value: string;
  readonly band: string;
}

export interface MemberCheckBody {
  readonly answer: CheckAnswer;
  readonly comment: string;
}

export interface MemberCheckPage {
  readonly pseudonym: string;
  readonly claim: string;
  readonly quotes: readonly string[];
  readonly answer: CheckAnswer | null;
  readonly comment: string;
}

export type MemberRole = | 'participant' | 'practice_mentor';

export interface MonitoringPage {
  readonly pairs: number;
  readonly active: number;
  readonly sessions_held: number;
  readonly fidelity: ShareLine;
  readonly punctuality: ShareLine;
  readonly closed_actions: ShareLine;
  readonly reciprocity: ShareLine;
  readonly dosage: string | null;
  readonly feedback_lag: string | null;
  readonly spread: string | null;
  readonly concern_count: number;
  readonly concerns: readonly ConcernLine[];
  readonly policies: readonly PolicyConcernLine[];
  readonly thresholds: readonly ThresholdLine[];
}

export interface MoveSessionBody {
  readonly command_id: string;
  readonly base_revision: number;
  readonly planned_at: string;
}

export interface NationalPage {
  readonly test: TestLine;
  readonly overall: string | null;
  readonly pedagogic: string | null;
  readonly professional: string | null;
  readonly source: SourceNote;
  readonly provinces: readonly ProvinceTileLine[];
}

export type NeedSource = | 'test_gap' | 'observation' | 'appraisal' | 'position_map' | 'agreed_action' | 'own_wish';

export interface NewMember {
  readonly id: string;
  readonly person_id: string | null;
  readonly name: string;
  readonly role: MemberRole;
  readonly school: string;
  readonly level: string;
  readonly code: string;
}

export interface NoteBody {
  readonly pair_id: string;
  readonly session_id: string | null;
  readonly base_revision: number;
  readonly model: string;
  readonly body: string;
  readonly level: NoteLevel;
}

export type NoteLevel = | 'author' | 'pair' | 'coordinator' | 'head';

export interface NoteLine {
  readonly id: string;
  readonly revision: number;
  readonly session_id: string | null;
  readonly author_id: string;
  readonly own: boolean;
  readonly model: string;
  readonly body: string;
  readonly level: NoteLevel;
  readonly written_at: string;
}

export type Nothing = Readonly<Record<string, never>>;

export interface NumberBody {
  readonly name: string;
  readonly item_id: string;
  readonly path: string;
  readonly places: number;
}

export interface NumberRef {
  readonly name: string;
  readonly item: ItemRef;
  readonly path: string;
  readonly places: number;
}

export interface ObservationChoice {
  readonly submission_id: string;
  readonly indicator: string;
  readonly points: number;
  readonly points_of: number;
  readonly observed_at: string;
}

export interface OfficeBody {
  readonly org_id: string;
}

export interface OfficeLine {
  readonly org_id: string;
  readonly org_name: string;
}

export interface OpenAppraisalBody {
  readonly person_id: string;
  readonly school_id: string;
  readonly year: number;
  readonly indicator: string;
}

export interface OpenLinkBody {
  readonly instrument_id: string;
  readonly version: string;
  readonly subject_person_id: string | null;
  readonly class_name: string;
  readonly most: number;
  readonly days: number;
  readonly origin: string;
}

export interface OwnSessionLine {
  readonly session: SessionLine;
  readonly own_side: Side;
  readonly partner_name: string;
  readonly school_name: string;
  readonly other_times: readonly string[];
}

export interface OwnSessionList {
  readonly items: readonly OwnSessionLine[];
}

export type PairAnswer = | 'open' | 'accepted' | 'declined';

export interface PairLine {
  readonly id: string;
  readonly revision: number;
  readonly programme_id: string;
  readonly state: PairState;
  readonly own_side: Side | null;
  readonly mentor_answer: PairAnswer;
  readonly mentee_answer: PairAnswer;
  readonly mentor: PersonShown;
  readonly mentee: PersonShown;
  readonly reasons: PairReasonsJson;
  readonly starts_on: string;
  readonly ends_on: string;
}

export interface PairList {
  readonly items: readonly PairLine[];
}

export interface PairReasonsJson {
  readonly same_subject: boolean;
  readonly same_level: boolean;
  readonly same_school: boolean;
  readonly same_district: boolean;
  readonly gap: GapJson | null;
  readonly km: number | null;
  readonly load: number;
  readonly capacity: number;
}

export type PairState = | 'proposed' | 'active' | 'declined' | 'ended';

export interface PairView {
  readonly pair: PairLine;
  readonly sessions: readonly SessionLine[];
  readonly actions: readonly ActionLine[];
  readonly notes: readonly NoteLine[];
  readonly contacts: readonly ContactLine[];
}

export interface PairWishJson {
  readonly mentor_id: string;
  readonly mentee_id: string;
}

export interface ParticipantBody {
  readonly id: string;
  readonly person_id: string;
  readonly home_org: string | null;
  readonly role: ParticipantRole;
  readonly generation: number | null;
  readonly display_name: string;
  readonly subject: string;
  readonly level: string;
  readonly school_id: string | null;
  readonly school_name: string;
  readonly district_id: string | null;
  readonly district_name: string;
  readonly region_ids: readonly string[] | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly scores: Readonly<Record<string, string>> | null;
  readonly judged_by: readonly string[] | null;
}

export interface ParticipantLine {
  readonly id: string;
  readonly person_id: string;
  readonly role: ParticipantRole;
  readonly label: string;
  readonly display_name: string;
  readonly subject: string;
  readonly school_name: string;
  readonly district_name: string;
}

export interface ParticipantList {
  readonly total: number;
  readonly items: readonly ParticipantLine[];
}

export type ParticipantRole = | 'mentor' | 'mentee' | 'both' | 'resource_person' | 'coordinator';

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly rank: string;
  readonly employment: Employment;
  readonly role: PostRole | null;
  readonly school_id: string | null;
  readonly school_name: string;
}

export interface PersonList {
  readonly items: readonly PersonLine[];
  readonly total: number;
  readonly next: string | null;
}

export interface PersonProfile {
  readonly id: string;
  readonly name: string;
  readonly nuptk: string | null;
  readonly nip: string | null;
  readonly employment: Employment;
  readonly rank: string;
  readonly subject: string;
  readonly born_on: string | null;
  readonly sex: string | null;
  readonly certified_path: string;
  readonly certified_year: number | null;
  readonly teaching_since: number | null;
  readonly role: PostRole | null;
  readonly school_id: string | null;
  readonly school_name: string;
  readonly posts: readonly PostLine[];
}

export interface PersonShown {
  readonly person_id: string;
  readonly name: string;
  readonly subject: string;
  readonly school_name: string;
}

export interface PhaseLine {
  readonly place: number;
  readonly kind: string;
  readonly name: BothWords;
  readonly starts_on: string;
  readonly ends_on: string;
}

export interface Plan {
  readonly id: string;
  readonly revision: number;
  readonly kind: PlanKind;
  readonly person_id: string;
  readonly school_id: string;
  readonly title: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly state: PlanState;
  readonly reason: string;
  readonly items: readonly PlanItem[];
}

export interface PlanBody {
  readonly title: string;
  readonly held_on: string;
  readonly place: string;
  readonly programme_id: string | null;
  readonly members: readonly NewMember[];
}

export interface PlanDraft {
  readonly base_revision: number;
  readonly kind: PlanKind;
  readonly school_id: string;
  readonly title: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly items: readonly PlanItem[];
}

export interface PlanItem {
  readonly id: string;
  readonly source: NeedSource;
  readonly target: string;
  readonly need: string;
  readonly activity: string;
  readonly measure: string;
  readonly due: string;
  readonly state: ItemState;
  readonly evidence: string;
}

export type PlanKind = | 'self_development' | 'school_programme';

export interface PlanList {
  readonly items: readonly Plan[];
}

export interface PlanMove {
  readonly to: PlanState;
  readonly reason: string;
}

export interface PlanSessionBody {
  readonly pair_id: string;
  readonly cycle: number;
  readonly kind: SessionKind;
  readonly planned_at: string;
  readonly planned_minutes: number | null;
  readonly remote: boolean | null;
  readonly place: string | null;
  readonly indicator_code: string | null;
}

export type PlanState = | 'draft' | 'proposed' | 'approved' | 'returned' | 'done';

export interface PolicyBody {
  readonly kind: PolicyKind;
  readonly number: string;
  readonly title: string;
  readonly valid_from: string;
  readonly valid_until: string | null;
}

export interface PolicyConcernLine {
  readonly number: string;
  readonly title: string;
  readonly valid_until: string | null;
  readonly expired: boolean;
}

export type PolicyKind = | 'decree' | 'assignment_letter' | 'circular';

export interface Position {
  readonly member: string;
  readonly indicator: string;
  readonly level: number;
  readonly evidence: string;
}

export interface PositionsBody {
  readonly positions: readonly Position[];
}

export interface PostLine {
  readonly school_name: string;
  readonly role: PostRole;
  readonly started_on: string;
  readonly ended_on: string | null;
}

export type PostRole = | 'teacher' | 'principal' | 'vice_principal' | 'counsellor' | 'supervisor';

export type PracticeStep = | 'preparation_talk' | 'observation' | 'follow_up_talk' | 'follow_up_effort' | 'reflection';

export interface PracticeStepLine {
  readonly step: PracticeStep;
  readonly date: string;
  readonly place: string;
  readonly people: readonly string[];
  readonly notes: string;
  readonly agreed_action: string;
}

export type Priority = | 'high' | 'medium' | 'low';

export type ProductKind = | 'self_development_plan' | 'school_programme_plan' | 'engagement_strategy';

export interface ProductsBody {
  readonly products: readonly WorkshopProduct[];
}

export interface ProgrammeLine {
  readonly id: string;
  readonly revision: number;
  readonly template_code: string;
  readonly name: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly state: ProgrammeState;
  readonly manage: boolean;
}

export interface ProgrammeList {
  readonly items: readonly ProgrammeLine[];
}

export interface ProgrammePage {
  readonly programme: ProgrammeLine;
  readonly template_name: BothWords;
  readonly source: string;
  readonly phases: readonly PhaseLine[];
  readonly steps: readonly StepLine[];
  readonly goals: readonly GoalBody[];
  readonly policies: readonly PolicyBody[];
}

export type ProgrammeState = | 'planned' | 'running' | 'ended';

export interface ProposeMatchBody {
  readonly programme_id: string;
  readonly step: number;
  readonly seed: number | null;
  readonly dropped_rules: readonly string[] | null;
  readonly locked: readonly PairWishJson[] | null;
  readonly forbidden: readonly PairWishJson[] | null;
}

export interface ProvinceTileLine {
  readonly code: string;
  readonly short_name: string;
  readonly name: string;
  readonly column: number;
  readonly row: number;
  readonly overall: string | null;
  readonly pedagogic: string | null;
}

export interface PublicAnswerBody {
  readonly response_id: string;
  readonly xml: string;
}

export interface PublicAnswerReply {
  readonly received: number;
  readonly most: number;
}

export interface PublicForm {
  readonly title_id: string;
  readonly title_en: string;
  readonly class_name: string;
  readonly xml: string;
  readonly is_open: boolean;
  readonly received: number;
  readonly most: number;
}

export interface PublishedReply {
  readonly pairs: number;
  readonly skipped: number;
}

export interface QualitativeCodeBody {
  readonly study_id: string;
  readonly base_version: number;
  readonly name: string;
  readonly definition: string;
  readonly when_to_use: string;
  readonly when_not: string;
  readonly example: string;
}

export interface RatingsBody {
  readonly base_revision: number | null;
  readonly work_result: Expectation;
  readonly behaviour: Expectation;
}

export interface RatioLine {
  readonly step: number;
  readonly mentors: number;
  readonly mentees: number;
  readonly most_mentees: number;
}

export type Reached = | 'yes' | 'partly' | 'no';

export interface RecommendationBody {
  readonly aspect_id: string | null;
  readonly kind: Advice;
  readonly text: string;
  readonly responsible: string;
  readonly due_on: string;
  readonly priority: Priority;
}

export interface RecommendationLine {
  readonly id: string;
  readonly aspect_id: string | null;
  readonly position: number;
  readonly kind: Advice;
  readonly text: string;
  readonly responsible: string;
  readonly due_on: string;
  readonly priority: Priority;
  readonly status: FollowUpStatus;
  readonly follow_ups: readonly FollowUpLine[];
}

export interface RecordedReply {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface Report {
  readonly evaluation_id: string;
  readonly number: number;
  readonly issuer: string;
  readonly title: string;
  readonly programme_name: string;
  readonly place: string;
  readonly period_from: string;
  readonly period_to: string;
  readonly published_at: string;
  readonly scale_rule: ScaleRule;
  readonly decision: Decision;
  readonly purpose: readonly Claim[];
  readonly description: readonly Claim[];
  readonly method: readonly Claim[];
  readonly informants: readonly Claim[];
  readonly aspects: readonly ReportAspect[];
  readonly summary: readonly Claim[];
  readonly conclusion: readonly Claim[];
  readonly recommendations: readonly ReportRecommendation[];
  readonly limits: readonly Claim[];
}

export interface ReportAspect {
  readonly code: string;
  readonly component: CippComponent;
  readonly name: string;
  readonly question: Claim;
  readonly criterion: Claim;
  readonly standard: Claim;
  readonly finding: readonly Claim[];
  readonly evidence: readonly ReportEvidence[];
  readonly measure: Claim | null;
  readonly discrepancy: Claim | null;
  readonly judgement: Judgement;
  readonly reason: Claim;
  readonly cause: Claim | null;
}

export interface ReportEvidence {
  readonly item: ItemRef;
  readonly kind: Kind;
  readonly role: LinkRole;
  readonly why: LinkWhy;
  readonly label: string;
  readonly note: string;
}

export interface ReportPage {
  readonly report: Report;
  readonly stale: readonly string[];
}

export interface ReportPiece {
  readonly text: string;
  readonly item: ItemRef | null;
  readonly path: string;
}

export interface ReportRecommendation {
  readonly id: string;
  readonly aspect_code: string;
  readonly kind: Advice;
  readonly priority: Priority;
  readonly due_on: string;
  readonly text: Claim;
  readonly responsible: Claim;
}

export type Role = | 'teacher' | 'mentor' | 'principal' | 'assessor' | 'supervisor' | 'district' | 'province' | 'ministry' | 'facilitator' | 'evaluator' | 'administrator' | 'data_protection_officer';

export interface RoleHeld {
  readonly role: Role;
  readonly scope_kind: ScopeKind;
  readonly scope_id: string | null;
  readonly scope_name: string;
}

export interface RosterBody {
  readonly file_name: string;
  readonly base64: string;
  readonly dry_run: boolean;
}

export interface RosterReply {
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly notes: readonly string[];
}

export interface RulePriceLine {
  readonly rule: string;
  readonly cost: number;
  readonly more_placed: number;
}

export interface RulePrices {
  readonly items: readonly RulePriceLine[];
}

export type ScaleRule = | 'A' | 'B' | 'C' | 'D' | 'E';

export interface SchoolLine {
  readonly id: string;
  readonly npsn: string;
  readonly name: string;
  readonly level: string;
}

export interface SchoolList {
  readonly items: readonly SchoolLine[];
}

export type ScopeKind = | 'all' | 'region' | 'school' | 'programme' | 'person';

export interface ScoreImportBody {
  readonly file_name: string;
  readonly base64: string;
  readonly test: string;
  readonly year: number;
  readonly dry_run: boolean;
}

export interface ScoreImportReply {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly notes: readonly string[];
}

export interface ScoreLine {
  readonly test: string;
  readonly year: number;
  readonly subject: string;
  readonly pedagogic: string | null;
  readonly professional: string | null;
  readonly total: string;
  readonly minimum: string | null;
  readonly gap: string | null;
  readonly purpose_id: string;
  readonly purpose_en: string;
  readonly source: SourceNote | null;
}

export interface ScoreList {
  readonly items: readonly ScoreLine[];
}

export interface Sentence {
  readonly text: string;
  readonly numbers: readonly NumberRef[];
}

export interface SentenceBody {
  readonly text: string;
  readonly numbers: readonly NumberBody[];
}

export interface SessionCommandBody {
  readonly command_id: string;
  readonly base_revision: number;
}

export type SessionKind = | 'agree' | 'pre' | 'observation' | 'post' | 'act' | 'reflection' | 'close' | 'coaching' | 'workshop' | 'remote';

export interface SessionLine {
  readonly id: string;
  readonly revision: number;
  readonly pair_id: string;
  readonly cycle: number;
  readonly kind: SessionKind;
  readonly planned_at: string;
  readonly planned_minutes: number;
  readonly remote: boolean;
  readonly place: string;
  readonly indicator_code: string | null;
  readonly mentor_ok: boolean;
  readonly mentee_ok: boolean;
  readonly state: SessionState;
  readonly held_at: string | null;
  readonly minutes: number | null;
}

export type SessionState = | 'planned' | 'held' | 'cancelled';

export interface ShareLine {
  readonly part: number;
  readonly whole: number;
  readonly percent: string | null;
}

export type Side = | 'mentor' | 'mentee';

export interface SignInBody {
  readonly login: string;
  readonly password: string;
}

export interface Source {
  readonly id: string;
  readonly study_id: string;
  readonly technique: Technique;
  readonly role: InformantRole;
  readonly pseudonym: string;
  readonly dated_on: string;
  readonly place: string;
  readonly language: string;
  readonly consent: Consent;
  readonly chosen_because: string;
  readonly text: string;
  readonly text_hash: string;
  readonly frozen: boolean;
}

export interface SourceBody {
  readonly study_id: string;
  readonly technique: Technique;
  readonly role: InformantRole;
  readonly pseudonym: string;
  readonly dated_on: string;
  readonly place: string;
  readonly language: string;
  readonly consent: Consent;
  readonly chosen_because: string;
  readonly text: string;
}

export interface SourceLine {
  readonly id: string;
  readonly technique: Technique;
  readonly role: InformantRole;
  readonly pseudonym: string;
  readonly dated_on: string;
  readonly place: string;
  readonly consent: Consent;
  readonly chosen_because: string;
  readonly frozen: boolean;
  readonly codings: number;
}

export interface SourceNote {
  readonly source: string;
  readonly year: number | null;
  readonly mark: string;
}

export interface SourcePage {
  readonly source: Source;
  readonly codings: readonly CodingLine[];
}

export type Stance = | 'supports' | 'contradicts';

export interface StandardLine {
  readonly code: string;
  readonly domain: string;
  readonly name_id: string;
  readonly name_en: string;
  readonly source: SourceNote;
}

export interface StandardsPage {
  readonly standard_2007: readonly StandardLine[];
  readonly model_2023: readonly StandardLine[];
  readonly levels_2023: readonly LevelLine[];
}

export interface StartPairBody {
  readonly programme_id: string;
  readonly mentor_participant_id: string;
  readonly mentee_participant_id: string;
}

export type State = | 'planned' | 'open' | 'closed';

export interface StepBody {
  readonly base_revision: number | null;
  readonly step: PracticeStepLine;
  readonly submission_id: string | null;
}

export interface StepLine {
  readonly step: number;
  readonly from_label: string;
  readonly to_label: string;
  readonly most_mentees: number;
  readonly rules: readonly string[];
  readonly mentors: number;
  readonly mentees: number;
  readonly enough_places: boolean;
}

export interface Study {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly frame: Frame;
  readonly ethics_note: string;
  readonly programme_id: string | null;
  readonly school_id: string | null;
  readonly revision: number;
}

export interface StudyBody {
  readonly title: string;
  readonly question: string;
  readonly frame: Frame;
  readonly ethics_note: string;
  readonly programme_id: string | null;
  readonly school_id: string | null;
  readonly base_revision: number | null;
}

export interface StudyList {
  readonly items: readonly Study[];
}

export interface StudyPage {
  readonly study: Study;
  readonly sources: readonly SourceLine[];
  readonly codes: readonly Code[];
  readonly codings: readonly CodingLine[];
  readonly themes: readonly ThemeLine[];
  readonly checks: readonly CheckLine[];
}

export interface SubmissionBody {
  readonly instrument_id: string;
  readonly version: string;
  readonly xml: string;
  readonly device_time: string;
  readonly deprecated_id: string | null;
  readonly context: SubmissionContext;
}

export interface SubmissionContext {
  readonly session_id: string | null;
  readonly subject_person_id: string | null;
}

export interface SubmissionDetail {
  readonly submission: SubmissionLine;
  readonly instrument_id: string;
  readonly instrument_version: string;
  readonly answers: readonly AnswerLine[];
  readonly history: readonly SubmissionLine[];
  readonly score_evidence_id: string;
  readonly is_mine: boolean;
  readonly shows_notes: boolean;
}

export interface SubmissionLine {
  readonly id: string;
  readonly first_id: string;
  readonly version_number: number;
  readonly instrument: string;
  readonly session_id: string | null;
  readonly subject_person_id: string | null;
  readonly subject_name: string | null;
  readonly device_time: string;
  readonly received_at: string;
  readonly state: SubmissionState;
  readonly indicator: string;
  readonly points: number | null;
  readonly points_of: number | null;
}

export interface SubmissionPage {
  readonly items: readonly SubmissionLine[];
  readonly next: string | null;
}

export interface SubmissionReply {
  readonly id: string;
  readonly conflict: boolean;
}

export type SubmissionState = | 'received' | 'conflict' | 'superseded' | 'quarantined';

export type Technique = | 'interview' | 'observation' | 'document' | 'questionnaire';

export interface TemplateLine {
  readonly code: string;
  readonly name: BothWords;
  readonly source: string;
  readonly mark: string;
  readonly months: number;
  readonly label_years: readonly number[];
}

export interface TemplateList {
  readonly items: readonly TemplateLine[];
}

export interface TestLine {
  readonly code: string;
  readonly year: number;
  readonly minimum: string;
  readonly purpose_id: string;
  readonly purpose_en: string;
  readonly source: SourceNote;
}

export interface ThemeBody {
  readonly study_id: string;
  readonly base_revision: number;
  readonly name: string;
  readonly definition: string;
  readonly claim: string;
  readonly confidence: Confidence;
  readonly segments: readonly ThemeSegment[];
}

export interface ThemeLine {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly definition: string;
  readonly claim: string;
  readonly confidence: Confidence;
  readonly contested: boolean;
  readonly segments: readonly ThemeSegment[];
  readonly cells: readonly TriangulationCell[];
  readonly two_roles: boolean;
  readonly two_techniques: boolean;
  readonly two_dates: boolean;
  readonly verdict: Verdict;
}

export interface ThemeSegment {
  readonly coding_id: string;
  readonly stance: Stance;
}

export interface ThresholdLine {
  readonly measure: string;
  readonly bound: string;
  readonly unit: string;
  readonly mark: string;
}

export interface TimeList {
  readonly items: readonly string[];
}

export interface TimetableBody {
  readonly id: string;
  readonly base_revision: number;
  readonly grid: string;
  readonly first_minute: number;
  readonly period_minutes: number;
}

export interface TimetableReply {
  readonly id: string;
  readonly revision: number;
  readonly days: number;
  readonly periods: number;
  readonly rows: readonly string[];
  readonly first_minute: number;
  readonly period_minutes: number;
}

export type Tone = | 'due' | 'warn' | 'info' | 'good';

export interface TriangulationCell {
  readonly role: InformantRole;
  readonly technique: Technique;
  readonly supports: number;
  readonly contradicts: number;
}

export interface UnmatchedLine {
  readonly mentee: PersonShown;
  readonly why: string;
  readonly blocking_rules: readonly string[];
}

export interface UploadBody {
  readonly bytes: number;
  readonly hash: string;
  readonly media_type: string;
  readonly about_kind: string;
  readonly about_id: string;
  readonly taken_at: string | null;
}

export interface UploadState {
  readonly id: string;
  readonly hash: string;
  readonly bytes: number;
  readonly chunk_bytes: number;
  readonly chunks: number;
  readonly present: readonly number[];
  readonly finished: boolean;
}

export type Verdict = | 'consistent' | 'partly_consistent' | 'inconsistent' | 'silent';

export interface VisitLine {
  readonly session_id: string;
  readonly pair_id: string;
  readonly mentee_id: string;
  readonly mentee_name: string;
  readonly school_name: string;
  readonly kind: SessionKind;
  readonly planned_at: string;
  readonly status: string;
  readonly indicator_code: string | null;
}

export interface VisitList {
  readonly items: readonly VisitLine[];
}

export type Why = | 'supports' | 'contradicts' | 'qualifies' | 'derived_from' | 'checked_by' | 'supersedes';

export interface WorkshopLine {
  readonly id: string;
  readonly title: string;
  readonly held_on: string;
  readonly place: string;
  readonly state: State;
  readonly members: number;
  readonly attended: number;
}

export interface WorkshopList {
  readonly items: readonly WorkshopLine[];
}

export interface WorkshopMember {
  readonly id: string;
  readonly person_id: string | null;
  readonly name: string;
  readonly role: MemberRole;
  readonly school: string;
  readonly level: string;
  readonly code: string;
  readonly attended: boolean;
}

export interface WorkshopProduct {
  readonly member: string;
  readonly kind: ProductKind;
  readonly id: string;
  readonly note: string;
}

export interface WorkshopView {
  readonly id: string;
  readonly title: string;
  readonly held_on: string;
  readonly place: string;
  readonly state: State;
  readonly agreement: string;
  readonly revision: number;
  readonly agenda: readonly AgendaPart[];
  readonly members: readonly WorkshopMember[];
  readonly positions: readonly Position[];
  readonly products: readonly WorkshopProduct[];
  readonly aims: readonly Aim[];
  readonly products_expected: number;
  readonly ratio_exceeded: boolean;
  readonly makes_plans: boolean;
}

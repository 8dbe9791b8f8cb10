import { type Infer, anything, boolean, list, nullable, number, object, oneOf, string } from '../base/shape';

export const components = ['context', 'input', 'process', 'product'] as const;
export const judgements = ['fulfilled', 'mostly', 'partly', 'not_fulfilled'] as const;
export const decisions = ['proceed', 'proceed_improved', 'extend', 'revise', 'stop'] as const;
export const roles = ['observation', 'score', 'statistic', 'quote', 'document'] as const;
export const reasons = ['supports', 'contradicts', 'qualifies'] as const;
export const advices = ['keep', 'improve', 'add', 'stop'] as const;
export const priorities = ['high', 'medium', 'low'] as const;
export const statuses = ['open', 'in_progress', 'done', 'dropped'] as const;
const state = oneOf('draft', 'locked', 'collecting', 'judged', 'closed');
const judgement = oneOf(...judgements);
const decision = oneOf(...decisions);

const itemRef = object({ id: string, revision: number });
const numberRef = object({ name: string, item: itemRef, path: string, places: number });

const line = object({
  id: string,
  title: string,
  programme_name: string,
  state,
  period_from: string,
  period_to: string,
  decision: nullable(decision),
  open_recommendations: number,
});
export type EvaluationLine = Infer<typeof line>;
export const evaluationListShape = object({ items: list(line), may_manage: boolean });

const link = object({ id: string, item: itemRef, kind: string, label: string, role: oneOf(...roles), why: oneOf(...reasons), note: string, stale: boolean });
const sentence = object({ text: string, numbers: list(numberRef) });
export const aspectShape = object({
  id: string,
  code: string,
  component: oneOf(...components),
  name: string,
  question: string,
  criterion: string,
  standard: string,
  standard_value: nullable(string),
  sources: string,
  used: boolean,
  links: list(link),
  finding: list(sentence),
  measure: nullable(object({ inputs: list(numberRef), value: string, band: string })),
  discrepancy: nullable(string),
  judgement: nullable(judgement),
  reason: string,
  cause: string,
  stale: boolean,
  revision: number,
});
export type Aspect = Infer<typeof aspectShape>;

const followUp = object({ id: string, status: oneOf(...statuses), note: string, noted_at: string });
export const recommendationShape = object({
  id: string,
  aspect_id: nullable(string),
  position: number,
  kind: oneOf(...advices),
  text: string,
  responsible: string,
  due_on: string,
  priority: oneOf(...priorities),
  status: oneOf(...statuses),
  follow_ups: list(followUp),
});
export type Recommendation = Infer<typeof recommendationShape>;

export const evaluationShape = object({
  id: string,
  title: string,
  programme_name: string,
  purpose: string,
  users: string,
  place: string,
  period_from: string,
  period_to: string,
  scale_rule: oneOf('A', 'B', 'C', 'D', 'E'),
  state,
  locked_at: nullable(string),
  lock_hash: string,
  decision: nullable(decision),
  decision_reason: string,
  aspects: list(aspectShape),
  recommendations: list(recommendationShape),
  report_number: nullable(number),
  may_manage: boolean,
  revision: number,
});
export type Evaluation = Infer<typeof evaluationShape>;

const citable = object({
  id: string,
  revision: number,
  kind: string,
  label: string,
  made_at: string,
  quote: string,
  numbers: list(object({ path: string, value: string })),
});
export type CitableItem = Infer<typeof citable>;
export const citableListShape = object({ items: list(citable) });

const piece = object({ text: string, item: nullable(itemRef), path: string });
const claim = object({ statement: itemRef, slot: string, pieces: list(piece) });
export type Claim = Infer<typeof claim>;
const reportAspect = object({
  code: string,
  component: oneOf(...components),
  name: string,
  question: claim,
  criterion: claim,
  standard: claim,
  finding: list(claim),
  evidence: list(object({ item: itemRef, kind: string, role: oneOf(...roles), why: oneOf(...reasons), label: string, note: string })),
  measure: nullable(claim),
  discrepancy: nullable(claim),
  judgement,
  reason: claim,
  cause: nullable(claim),
});
export type ReportAspect = Infer<typeof reportAspect>;
const report = object({
  number,
  issuer: string,
  title: string,
  programme_name: string,
  place: string,
  period_from: string,
  period_to: string,
  published_at: string,
  decision,
  purpose: list(claim),
  description: list(claim),
  method: list(claim),
  informants: list(claim),
  aspects: list(reportAspect),
  summary: list(claim),
  conclusion: list(claim),
  recommendations: list(object({ id: string, aspect_code: string, kind: oneOf(...advices), priority: oneOf(...priorities), due_on: string, text: claim, responsible: claim })),
  limits: list(claim),
});
export type Report = Infer<typeof report>;
export const reportPageShape = object({ report, stale: list(string) });
export type ReportPage = Infer<typeof reportPageShape>;

const node = object({
  id: string,
  revision: number,
  kind: string,
  label: string,
  hash: string,
  made_at: string,
  stale: boolean,
  parents: list(object({ id: string, revision: number, why: string })),
  content: anything,
});
export type EvidenceNode = Infer<typeof node>;
export const chainShape = object({ id: string, items: list(node) });
export type Chain = Infer<typeof chainShape>;

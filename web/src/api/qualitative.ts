import { type Infer, boolean, list, nullable, number, object, oneOf, string } from '../base/shape';

export const techniques = ['interview', 'observation', 'document', 'questionnaire'] as const;
export const informantRoles = ['head', 'mentor', 'mentee', 'teacher', 'pupil', 'parent', 'supervisor', 'official', 'none'] as const;
export const consents = ['written', 'oral', 'not_needed'] as const;
export const answers = ['agree', 'mend', 'reject'] as const;

export const studyShape = object({ id: string, title: string, question: string, frame: string, revision: number });
export type Study = Infer<typeof studyShape>;
export const studyListShape = object({ items: list(studyShape) });

const code = object({ id: string, version: number, name: string, definition: string });
export type Code = Infer<typeof code>;
export const codingShape = object({ id: string, source_id: string, code_id: string, start: number, end: number, quote: string, memo: string });
export type Coding = Infer<typeof codingShape>;
const sourceLine = object({
  id: string,
  technique: oneOf(...techniques),
  role: oneOf(...informantRoles),
  pseudonym: string,
  dated_on: string,
  frozen: boolean,
  codings: number,
});
export type SourceLine = Infer<typeof sourceLine>;
export const themeShape = object({
  id: string,
  revision: number,
  name: string,
  definition: string,
  claim: string,
  confidence: oneOf('tentative', 'firm'),
  contested: boolean,
  segments: list(object({ coding_id: string, stance: oneOf('supports', 'contradicts') })),
  cells: list(object({ role: oneOf(...informantRoles), technique: oneOf(...techniques), supports: number, contradicts: number })),
  two_roles: boolean,
  two_techniques: boolean,
  two_dates: boolean,
  verdict: oneOf('consistent', 'partly_consistent', 'inconsistent', 'silent'),
});
export type Theme = Infer<typeof themeShape>;
const check = object({ id: string, theme_id: string, source_id: string, asked_at: string, answers: number, answer: nullable(oneOf(...answers)), comment: string });
export type MemberCheck = Infer<typeof check>;
export const studyPageShape = object({ study: studyShape, sources: list(sourceLine), codes: list(code), codings: list(codingShape), themes: list(themeShape), checks: list(check) });
export type StudyPage = Infer<typeof studyPageShape>;

export const sourceShape = object({
  id: string,
  study_id: string,
  technique: oneOf(...techniques),
  role: oneOf(...informantRoles),
  pseudonym: string,
  dated_on: string,
  text: string,
  text_hash: string,
  frozen: boolean,
});
export type Source = Infer<typeof sourceShape>;
export const sourcePageShape = object({ source: sourceShape, codings: list(codingShape) });
export const askedShape = object({ id: string, token: string });
export const memberCheckShape = object({ pseudonym: string, claim: string, quotes: list(string), answer: nullable(oneOf(...answers)), comment: string });
export type MemberCheckPage = Infer<typeof memberCheckShape>;

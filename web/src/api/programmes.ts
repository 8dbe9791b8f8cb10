import { type Infer, boolean, list, nullable, number, object, oneOf, string } from '../base/shape';

const words = object({ id: string, en: string });
export type BothWords = Infer<typeof words>;
const template = object({ code: string, name: words, source: string, mark: string, months: number, label_years: list(number) });
export type Template = Infer<typeof template>;
export const templatesShape = object({ items: list(template) });

const programme = object({
  id: string,
  template_code: string,
  name: string,
  starts_on: string,
  ends_on: string,
  state: oneOf('planned', 'running', 'ended'),
  manage: boolean,
});
export type Programme = Infer<typeof programme>;
export const programmeShape = programme;
export const programmesShape = object({ items: list(programme) });

const step = object({
  step: number,
  from_label: string,
  to_label: string,
  most_mentees: number,
  rules: list(string),
  mentors: number,
  mentees: number,
  enough_places: boolean,
});
export type Step = Infer<typeof step>;
export const programmePageShape = object({
  programme,
  template_name: words,
  source: string,
  phases: list(object({ place: number, kind: string, name: words, starts_on: string, ends_on: string })),
  steps: list(step),
  goals: list(object({ indicator: string, target: string, unit: string })),
  policies: list(object({ kind: string, number: string, title: string, valid_from: string, valid_until: nullable(string) })),
});
export type ProgrammePage = Infer<typeof programmePageShape>;

const participant = object({
  id: string,
  role: string,
  label: string,
  display_name: string,
  subject: string,
  school_name: string,
  district_name: string,
});
export type Participant = Infer<typeof participant>;
export const participantsShape = object({ total: number, items: list(participant) });

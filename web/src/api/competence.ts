import { type Infer, boolean, list, nullable, number, object, string } from '../base/shape';

const source = object({ source: string, year: nullable(number), mark: string });
export type SourceNote = Infer<typeof source>;
const test = object({ code: string, year: number, minimum: string, purpose_id: string, purpose_en: string, source });
const gap = object({
  key: string,
  name: string,
  people: number,
  mean: nullable(string),
  gap: nullable(string),
  low: nullable(number),
  high: nullable(number),
  below: nullable(number),
  hidden: boolean,
});
export type Gap = Infer<typeof gap>;
export const gapsShape = object({ test, groups: list(gap), whole: nullable(gap), smallest_group: number });
export type Gaps = Infer<typeof gapsShape>;
export const groupings = ['subject', 'school', 'district', 'province'] as const;
export type Grouping = (typeof groupings)[number];

const score = object({
  test: string,
  year: number,
  subject: string,
  pedagogic: nullable(string),
  professional: nullable(string),
  total: string,
  minimum: nullable(string),
  gap: nullable(string),
  purpose_id: string,
  purpose_en: string,
  source: nullable(source),
});
export type Score = Infer<typeof score>;
export const scoresShape = object({ items: list(score) });

const province = object({ code: string, short_name: string, name: string, column: number, row: number, overall: nullable(string), pedagogic: nullable(string) });
export type Province = Infer<typeof province>;
export const nationalShape = object({
  test,
  overall: nullable(string),
  pedagogic: nullable(string),
  professional: nullable(string),
  source,
  provinces: list(province),
});
export type National = Infer<typeof nationalShape>;
export const scoreImportShape = object({ rows: number, added: number, changed: number, unchanged: number, notes: list(string) });
export type ScoreImport = Infer<typeof scoreImportShape>;

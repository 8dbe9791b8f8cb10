import { type Infer, anything, list, nullable, number, object, string, withDefault } from '../base/shape';

const figure = object({ value: number, low: nullable(number), high: nullable(number) });
export type Figure = Infer<typeof figure>;
export const changeShape = object({
  n: number,
  mean_before: number,
  mean_after: number,
  difference: figure,
  effect: nullable(figure),
  p: nullable(number),
  problem: nullable(string),
});
export const associationShape = object({ n: number, pearson: nullable(figure), spearman: nullable(figure), p: nullable(number), problem: nullable(string) });
export const scaleShape = object({ n: number, points: number, maximum: number, percent: figure, problem: nullable(string) });
export type Scale = Infer<typeof scaleShape>;
export type Change = Infer<typeof changeShape>;
export type Association = Infer<typeof associationShape>;

export const analysisShape = object({
  id: string,
  revision: number,
  method: string,
  method_version: string,
  title: string,
  settings: anything,
  snapshot: anything,
  result: anything,
  made_at: string,
  guards: list(string),
  picture: string,
  picture_phone: withDefault(string, ''),
});
export type Analysis = Infer<typeof analysisShape>;
export const analysesShape = object({ items: list(analysisShape) });
/** The question of a comparison, as it was asked. */
export const questionShape = object({ subject: string, before: string, after: string });
export const unitsShape = list(object({ label: string, first: number, second: number }));

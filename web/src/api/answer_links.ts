import { type Infer, boolean, list, nullable, number, object, string } from '../base/shape';

export const publicFormShape = object({
  title_id: string,
  title_en: string,
  class_name: string,
  xml: string,
  is_open: boolean,
  received: number,
  most: number,
});
export type PublicForm = Infer<typeof publicFormShape>;
export const publicReplyShape = object({ received: number, most: number });

const link = object({
  id: string,
  instrument: string,
  class_name: string,
  most: number,
  received: number,
  opened_at: string,
  closes_at: string,
  path: nullable(string),
  qr: nullable(string),
});
export type AnswerLink = Infer<typeof link>;
export const answerLinkShape = link;
export const answerLinksShape = object({ items: list(link) });
export const answerTableShape = object({
  link,
  instrument_id: string,
  instrument_version: string,
  table: object({ counted: number, received: number, counts: list(object({ path: string, value: string, count: number })) }),
});
export type LinkTable = Infer<typeof answerTableShape>;

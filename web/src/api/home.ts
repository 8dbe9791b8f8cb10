import { type Infer, type Shape, ShapeError, anything, list, nullable, number, object, oneOf, record, string, withDefault } from '../base/shape';

/** The server writes the body of an action as JSON text. */
const bodyText: Shape<unknown> = {
  read(value, at) {
    if (typeof value !== 'string') return value ?? null;
    try {
      return JSON.parse(value);
    } catch {
      throw new ShapeError(at, 'JSON text');
    }
  },
};

const action = object({
  label_key: string,
  method: oneOf('GET', 'PUT', 'POST', 'DELETE'),
  path: string,
  body: bodyText,
});
export type HomeAction = Infer<typeof action>;

const card = object({
  id: string,
  kind: string,
  tone: oneOf('due', 'info', 'warn', 'good'),
  title_key: string,
  values: withDefault(record(anything), {}),
  text_key: nullable(string),
  href: nullable(string),
  count: nullable(number),
  due: nullable(string),
  actions: withDefault(list(action), []),
});
export type HomeCard = Infer<typeof card>;

export const homeShape = object({
  greeting_name: string,
  today: string,
  cards: list(card),
  empty_key: nullable(string),
});
export type Home = Infer<typeof homeShape>;

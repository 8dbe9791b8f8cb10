import { type Infer, list, number, object, string, withDefault } from '../base/shape';

const instrument = object({
  id: string,
  version: string,
  code: string,
  title_id: string,
  title_en: string,
  minutes: withDefault(number, 0),
  hash: string,
});
export type Instrument = Infer<typeof instrument>;
export const instrumentsShape = object({ items: list(instrument) });

/** What the server takes for one filled form; `context` says what it is about. */
export interface Submission {
  readonly instrument_id: string;
  readonly version: string;
  readonly xml: string;
  readonly device_time: string;
  readonly deprecated_id: string | null;
  readonly context: { readonly session_id: string | null; readonly subject_person_id: string | null };
}

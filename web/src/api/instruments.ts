import { type Infer, boolean, list, nullable, number, object, oneOf, string, withDefault } from '../base/shape';

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

const submissionLine = object({
  id: string,
  version_number: number,
  instrument: string,
  device_time: string,
  received_at: string,
  subject_name: withDefault(nullable(string), null),
  state: oneOf('received', 'conflict', 'superseded', 'quarantined'),
  indicator: string,
  points: nullable(number),
  points_of: nullable(number),
});
export type SubmissionLine = Infer<typeof submissionLine>;
export const submissionsShape = object({ items: list(submissionLine), next: nullable(string) });
export const submissionShape = object({
  submission: submissionLine,
  instrument_id: string,
  instrument_version: string,
  answers: list(object({ path: string, repeat_index: string, value: string, kind: string })),
  is_mine: boolean,
  shows_notes: boolean,
});
export type SubmissionDetail = Infer<typeof submissionShape>;

export const attachmentsShape = object({
  items: list(
    object({ id: string, hash: string, media_type: string, bytes: number, taken_at: nullable(string), added_at: string, own: boolean }),
  ),
});

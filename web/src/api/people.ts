import { type Infer, list, nullable, number, object, string } from '../base/shape';

const line = object({
  id: string,
  name: string,
  subject: string,
  rank: string,
  employment: string,
  role: nullable(string),
  school_id: nullable(string),
  school_name: string,
});
export type PersonLine = Infer<typeof line>;
export const peopleShape = object({ items: list(line), total: number, next: nullable(string) });
export type People = Infer<typeof peopleShape>;

const school = object({ id: string, npsn: string, name: string, level: string });
export type School = Infer<typeof school>;
export const schoolsShape = object({ items: list(school) });

export const profileShape = object({
  id: string,
  name: string,
  nuptk: nullable(string),
  nip: nullable(string),
  employment: string,
  rank: string,
  subject: string,
  born_on: nullable(string),
  certified_path: string,
  certified_year: nullable(number),
  teaching_since: nullable(number),
  role: nullable(string),
  school_name: string,
  posts: list(object({ school_name: string, role: string, started_on: string, ended_on: nullable(string) })),
});
export type Profile = Infer<typeof profileShape>;
export const rosterReplyShape = object({ rows: number, added: number, updated: number, notes: list(string) });
export type RosterReply = Infer<typeof rosterReplyShape>;

import { type Infer, list, nullable, object, string } from '../base/shape';

const visit = object({
  session_id: string,
  pair_id: string,
  mentee_id: string,
  mentee_name: string,
  school_name: string,
  kind: string,
  planned_at: string,
  status: string,
  indicator_code: nullable(string),
});
export type Visit = Infer<typeof visit>;
export const visitsShape = object({ items: list(visit) });

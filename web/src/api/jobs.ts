import { type Infer, boolean, list, nullable, number, object, oneOf, string } from '../base/shape';

/** A piece of work that the server does in the background for whoever asked. */
export const jobShape = object({
  id: string,
  kind: string,
  state: oneOf('waiting', 'running', 'done', 'failed', 'cancelled'),
  progress_done: number,
  progress_total: number,
  cancel_asked: boolean,
  file: nullable(string),
  problem: nullable(object({ code: string, title: string })),
  created_at: string,
  finished_at: nullable(string),
});
export type Job = Infer<typeof jobShape>;
export const jobsShape = object({ items: list(jobShape) });

import { post } from '../../api/client';
import { publicReplyShape } from '../../api/answer_links';
import type { Problem } from '../../base/problem';

/** Answers that wait for a signal. They have no name, no account and no time, and are gone from here once sent. */
export interface Waiting {
  readonly token: string;
  readonly response_id: string;
  readonly xml: string;
}
export interface Box {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}
const key = 'pamong-answers';

export function waitingIn(box: Box): readonly Waiting[] {
  try {
    const found: unknown = JSON.parse(box.getItem(key) ?? '[]');
    return Array.isArray(found) ? (found as Waiting[]).filter((one) => typeof one.token === 'string' && typeof one.response_id === 'string' && typeof one.xml === 'string') : [];
  } catch {
    return [];
  }
}

/** On the device before anything is sent; sending the same again changes nothing on the server. */
export function keep(box: Box, answer: Waiting): void {
  box.setItem(key, JSON.stringify([...waitingIn(box).filter((one) => one.response_id !== answer.response_id), answer]));
}
function forget(box: Box, answer: Waiting): void {
  box.setItem(key, JSON.stringify(waitingIn(box).filter((one) => one.response_id !== answer.response_id)));
}

export interface Sent {
  readonly waiting: number;
  /** Why the server will never take one of them; null when it is only the signal, or nothing at all. */
  readonly refusal: Problem | null;
}
type Send = (answer: Waiting) => Promise<Awaited<ReturnType<typeof post>>>;
const overTheNet: Send = (answer) =>
  post(`/api/v1/public/answers/${encodeURIComponent(answer.token)}`, { response_id: answer.response_id, xml: answer.xml }, publicReplyShape);

/** Sends what waits, oldest first; stops at the first lost signal. */
export async function sendWaiting(box: Box, send: Send = overTheNet): Promise<Sent> {
  let refusal: Problem | null = null;
  for (const answer of waitingIn(box)) {
    const reply = await send(answer);
    if (!reply.ok && (reply.problem.status === null || reply.problem.status >= 500 || reply.problem.status === 429)) break;
    if (!reply.ok) refusal = reply.problem;
    forget(box, answer);
  }
  return { waiting: waitingIn(box).length, refusal };
}

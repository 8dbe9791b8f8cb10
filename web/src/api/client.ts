import { type Problem, type Result, done, problem, refused } from '../base/problem';
import { type Shape, ShapeError, anything } from '../base/shape';

/** Talks to the server. Nothing here throws: what went wrong comes back as a problem a person can read. */
export interface Call {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** A body that is not JSON: a piece of a file. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Seconds the server asks us to wait, from Retry-After. */
  readonly retry_after: number | null;
}

const patience = 30_000;

/** One request: the raw answer, or `app.no_connection` when none came. */
export async function send(call: Call): Promise<Result<Answer>> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json, application/xml' };
  // The server takes writes only with this header, which other sites cannot set.
  if (call.method !== 'GET') headers['X-Pamong'] = '1';
  if (call.body !== undefined) headers['Content-Type'] = 'application/json';
  if (call.bytes !== undefined) headers['Content-Type'] = 'application/octet-stream';
  try {
    const response = await fetch(call.path, {
      method: call.method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: call.signal ?? AbortSignal.timeout(patience),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.bytes === undefined ? {} : { body: call.bytes }),
    });
    const after = Number(response.headers.get('Retry-After') ?? Number.NaN);
    return done({ status: response.status, text: await response.text(), retry_after: Number.isFinite(after) ? after : null });
  } catch {
    return refused(problem('app.no_connection'));
  }
}

/** The text of an answer read by `shape`; null when it is something else. */
export function readAnswer<T>(answer: Answer, shape: Shape<T>): T | null {
  try {
    return shape.read(json(answer.text), '');
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return null;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problemFrom(value: Record<string, unknown>, status: number): Problem {
  const values: Record<string, string | number> = {};
  if (isRecord(value.values))
    for (const [name, entry] of Object.entries(value.values))
      values[name] = typeof entry === 'number' ? entry : String(entry);
  return {
    code: typeof value.code === 'string' ? value.code : status >= 500 ? 'app.server_failed' : 'app.refused',
    status,
    values,
    at: typeof value.at === 'string' && value.at !== '' ? value.at : null,
    detail: [value.detail, value.title].find((one): one is string => typeof one === 'string' && one !== '') ?? null,
    parts: Array.isArray(value.parts) ? value.parts.filter(isRecord).map((part) => problemFrom(part, status)) : [],
  };
}

/** The problem an answer carries (RFC 9457), or null when it is a success. */
export function problemOf(answer: Answer): Problem | null {
  if (answer.status >= 200 && answer.status < 300) return null;
  const body = json(answer.text);
  if (isRecord(body)) return problemFrom(body, answer.status);
  return problem(answer.status >= 500 ? 'app.server_failed' : 'app.refused', {}, answer.status);
}

let onSignedOut: () => void = () => {};

/** What to do when the server no longer knows who we are. */
export function whenSignedOut(action: () => void): void {
  onSignedOut = action;
}

/** One request, its answer read by `shape`. */
export async function call<T>(request: Call, shape: Shape<T>): Promise<Result<T>> {
  const answer = await send(request);
  if (!answer.ok) return answer;
  const why = problemOf(answer.value);
  if (why) {
    if (why.status === 401) onSignedOut();
    return refused(why);
  }
  try {
    return done(shape.read(json(answer.value.text), ''));
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return refused(problem('app.unreadable_answer', { where: error.message }, answer.value.status));
  }
}

export function get<T>(path: string, shape: Shape<T>): Promise<Result<T>> {
  return call({ method: 'GET', path }, shape);
}

export async function getText(path: string): Promise<Result<string>> {
  const answer = await send({ method: 'GET', path });
  if (!answer.ok) return answer;
  const why = problemOf(answer.value);
  return why ? refused(why) : done(answer.value.text);
}

export function put<T>(path: string, body: unknown, shape: Shape<T>): Promise<Result<T>> {
  return call({ method: 'PUT', path, body }, shape);
}

export function post<T>(path: string, body: unknown, shape: Shape<T>): Promise<Result<T>> {
  return call({ method: 'POST', path, body }, shape);
}

export function remove(path: string): Promise<Result<unknown>> {
  return call({ method: 'DELETE', path }, anything);
}

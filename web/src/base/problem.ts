/** Why something could not be done. `code` names a sentence in words/, `values` fill its blanks. */
export interface Problem {
  readonly code: string;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly values: Readonly<Record<string, string | number>>;
  /** Where in the input, such as `items[3].score`. */
  readonly at: string | null;
  /** What the server says in its own words, for codes this client does not know yet. */
  readonly detail: string | null;
  readonly parts: readonly Problem[];
}

export function problem(code: string, values: Problem['values'] = {}, status: number | null = null): Problem {
  return { code, status, values, at: null, detail: null, parts: [] };
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(why: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: why };
}

/** Ends a `switch` over a union: a new case fails to compile until it is answered. */
export function never(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}

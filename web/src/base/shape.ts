/**
 * Reads unknown JSON once, at the edge: a shape turns `unknown` into a typed value or says where it is wrong.
 * Fields nobody asked for are left out, so a newer server does not break an older client.
 */
export interface Shape<T> {
  read(value: unknown, at: string): T;
}

export type Infer<S> = S extends Shape<infer T> ? T : never;

export class ShapeError extends Error {
  constructor(
    readonly at: string,
    readonly expected: string,
  ) {
    super(`${at || 'answer'}: expected ${expected}`);
  }
}

function primitive<T>(expected: string, is: (value: unknown) => value is T): Shape<T> {
  return {
    read(value, at) {
      if (is(value)) return value;
      throw new ShapeError(at, expected);
    },
  };
}

export const string = primitive('text', (value): value is string => typeof value === 'string');
export const number = primitive('number', (value): value is number => typeof value === 'number');
export const boolean = primitive('true or false', (value): value is boolean => typeof value === 'boolean');
export const anything: Shape<unknown> = { read: (value) => value };

export function nullable<T>(inner: Shape<T>): Shape<T | null> {
  return { read: (value, at) => (value === null || value === undefined ? null : inner.read(value, at)) };
}

export function withDefault<T>(inner: Shape<T>, fallback: T): Shape<T> {
  return { read: (value, at) => (value === null || value === undefined ? fallback : inner.read(value, at)) };
}

export function list<T>(inner: Shape<T>): Shape<readonly T[]> {
  return {
    read(value, at) {
      if (!Array.isArray(value)) throw new ShapeError(at, 'list');
      return value.map((item: unknown, index) => inner.read(item, `${at}[${index}]`));
    },
  };
}

export function oneOf<const T extends string>(...options: readonly T[]): Shape<T> {
  return primitive(options.join(' | '), (value): value is T => options.some((option) => option === value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record<T>(inner: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    read(value, at) {
      if (!isRecord(value)) throw new ShapeError(at, 'object');
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inner.read(item, `${at}.${key}`)]));
    },
  };
}

export function object<F extends Record<string, Shape<unknown>>>(fields: F): Shape<{ readonly [K in keyof F]: Infer<F[K]> }> {
  return {
    read(value, at) {
      if (!isRecord(value)) throw new ShapeError(at, 'object');
      const entries = Object.entries(fields).map(([key, shape]) => [
        key,
        shape.read(value[key], at ? `${at}.${key}` : key),
      ]);
      return Object.fromEntries(entries) as { readonly [K in keyof F]: Infer<F[K]> };
    },
  };
}

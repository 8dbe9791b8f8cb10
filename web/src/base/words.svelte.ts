import type { Problem } from './problem';
import type { Blanks } from './word_keys';

/**
 * Every sentence a person reads comes from words/*.json. Keys and their blanks are checked by the compiler:
 * `text('home.greeting', { name })`. A switch of language redraws whatever called `text`.
 */
export type WordKey = keyof Blanks;
/** Keys of sentences without blanks: titles, labels. */
export type PlainKey = { [K in WordKey]: [Blanks[K]] extends [never] ? K : never }[WordKey];
export type Language = 'id' | 'en';
export type Value = string | number;
type Values<K extends WordKey> = [Blanks[K]] extends [never] ? [] : [values: Readonly<Record<Blanks[K], Value>>];

let current = $state.raw<{ language: Language; words: Readonly<Record<string, string>> }>({ language: 'id', words: {} });

export function language(): Language {
  return current.language;
}

/** Loads the words of a language (its own small file) and shows everything in it from then on. */
export async function useLanguage(wanted: Language): Promise<void> {
  const words = wanted === 'id' ? await import('virtual:words/id') : await import('virtual:words/en');
  current = { language: wanted, words: words.default };
  if (typeof document !== 'undefined') document.documentElement.lang = wanted;
}

function filled(sentence: string, values: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{([a-z_0-9]+)\}/g, (blank, name: string) => {
    const value = values[name];
    return value === undefined || value === null ? blank : String(value);
  });
}

export function text<K extends WordKey>(key: K, ...values: Values<K>): string {
  return filled(current.words[key] ?? key, values[0] ?? {});
}

/** For keys that arrive from the server; a key this client does not know yet gives the fallback. */
export function textOf(key: string, values: Readonly<Record<string, unknown>> = {}, fallback: string = key): string {
  const sentence = current.words[key];
  return sentence === undefined ? fallback : filled(sentence, values);
}

/** A problem in the person's words; what the server said stands in where the code has no words here. */
export function problemText(problem: Problem): string {
  const own = textOf(problem.code, problem.values, problem.detail ?? text('app.problem_unknown', { code: problem.code }));
  return [own, ...problem.parts.map(problemText)].join(' ');
}

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { problem } from './problem';
import { problemText, text, textOf, useLanguage } from './words.svelte';

interface Entry {
  readonly id?: string;
  readonly en?: string;
}

const files = readdirSync('../words').filter((name) => name.endsWith('.json'));
const entries = files.flatMap((file) => {
  const content: Record<string, Entry> = JSON.parse(readFileSync(`../words/${file}`, 'utf8'));
  return Object.entries(content).map(([key, entry]) => ({ file, key, entry }));
});

function blanks(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{([^}]*)\}/g)].map((found) => found[1] ?? '').sort();
}

describe('words', () => {
  it('has every sentence in Indonesian and in English', () => {
    expect(entries.filter(({ entry }) => !entry.id || !entry.en).map(({ key }) => key)).toEqual([]);
  });

  it('has the same blanks in both languages, named in snake_case', () => {
    const wrong = entries.filter(({ entry }) => {
      const id = blanks(entry.id ?? '');
      const en = blanks(entry.en ?? '');
      return new Set(id).size !== new Set([...id, ...en]).size || new Set(en).size !== new Set(id).size || id.some((name) => !/^[a-z][a-z_0-9]*$/.test(name));
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('has every key once', () => {
    const keys = entries.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('fills blanks and changes language', async () => {
    await useLanguage('id');
    expect(text('app.home_greeting', { name: 'Bu Rina' })).toBe('Halo, Bu Rina');
    await useLanguage('en');
    expect(text('app.home_greeting', { name: 'Bu Rina' })).toBe('Hello, Bu Rina');
  });

  it('shows a problem in words, the server’s own when the code is new to this client', async () => {
    await useLanguage('id');
    expect(problemText(problem('app.no_connection'))).toBe('Tidak ada sambungan ke server. Coba lagi saat sinyal ada.');
    expect(problemText({ ...problem('future.code'), detail: 'Kuota habis.' })).toBe('Kuota habis.');
    expect(problemText(problem('future.code'))).toContain('future.code');
    expect(textOf('future.key', {}, 'cadangan')).toBe('cadangan');
  });
});

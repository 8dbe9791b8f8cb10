import { untrack } from 'svelte';

import type { Problem } from '../base/problem';
import type { Shape } from '../base/shape';
import { getAndKeep, kept } from './cache';
import { database } from './database';
import { whenSomethingChanged } from './events';

/** A list or record on a page: first what this device kept, then what the server says; asked again when it changes. */
export interface Live<T> {
  readonly value: T | null;
  readonly fetched_at: number | null;
  /** False while what is shown comes from this device only. */
  readonly fresh: boolean;
  readonly problem: Problem | null;
  reload(): Promise<void>;
}

/** Call it while a component is being made. `path` is a function, so a change of what it reads asks for the new one. */
export function live<T>(account_id: () => string, path: () => string, shape: Shape<T>): Live<T> {
  let value = $state.raw<T | null>(null);
  let fetched_at = $state<number | null>(null);
  let fresh = $state(false);
  let problem = $state.raw<Problem | null>(null);
  let asked = 0;

  async function load(account: string, from: string): Promise<void> {
    asked += 1;
    const mine = asked;
    const earlier = value === null ? await kept(await database(), account, from, shape) : null;
    if (mine !== asked) return;
    if (earlier) ({ value, fetched_at } = earlier);
    const answer = await getAndKeep(account, from, shape);
    if (mine !== asked) return; // a newer question is under way
    if (answer.ok) {
      ({ value, fetched_at, fresh } = answer.value);
      problem = null;
    } else {
      fresh = false;
      problem = answer.problem;
    }
  }

  $effect(() => {
    const account = account_id();
    const from = path();
    value = null;
    fresh = false;
    problem = null;
    untrack(() => void load(account, from));
    const again = () => void load(account, from);
    const stop = whenSomethingChanged(again);
    window.addEventListener('online', again);
    return () => {
      asked += 1;
      stop();
      window.removeEventListener('online', again);
    };
  });

  return {
    get value() {
      return value;
    },
    get fetched_at() {
      return fetched_at;
    },
    get fresh() {
      return fresh;
    },
    get problem() {
      return problem;
    },
    reload: () => load(account_id(), path()),
  };
}

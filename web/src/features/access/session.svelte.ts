import { whenSignedOut } from '../../api/client';
import { type Me, logIn, logOut, meShape, switchOffice, whoAmI } from '../../api/session';
import { type Problem, type Result } from '../../base/problem';
import { ShapeError } from '../../base/shape';
import { type Language, language, useLanguage } from '../../base/words.svelte';
import { askToStay } from '../../offline/cache';
import { database } from '../../offline/database';
import { startListening, stopListening, whenSomethingChanged } from '../../offline/events';
import { deliver, sendWithoutWaiting, startSending, stopSending } from '../../offline/sender.svelte';

/** Who is using the app. Without network the last known answer counts, so a reload in flight mode changes nothing. */
export type Session =
  | { readonly kind: 'starting' }
  | { readonly kind: 'in'; readonly me: Me }
  | { readonly kind: 'out'; readonly ended: boolean };

let current = $state.raw<Session>({ kind: 'starting' });

export const session = {
  get now(): Session {
    return current;
  },
};

const languageKey = 'pamong.language';

function chosenLanguage(): Language | null {
  const kept = localStorage.getItem(languageKey);
  return kept === 'id' || kept === 'en' ? kept : null;
}

export async function startLanguage(): Promise<void> {
  await useLanguage(chosenLanguage() ?? 'id');
}

export async function changeLanguage(wanted: Language): Promise<void> {
  localStorage.setItem(languageKey, wanted);
  await useLanguage(wanted);
  if (current.kind === 'in')
    await deliver({
      id: crypto.randomUUID(),
      method: 'PUT',
      path: '/api/v1/me/language',
      body: { language: wanted },
      title_key: 'app.account_language',
      values: {},
    });
}

async function remembered(): Promise<Me | null> {
  const kept = await (await database()).get('settings', 'me');
  try {
    return kept === undefined ? null : meShape.read(kept, '');
  } catch (error) {
    if (error instanceof ShapeError) return null;
    throw error;
  }
}

async function enter(me: Me): Promise<void> {
  const before = await remembered();
  await (await database()).put('settings', me, 'me');
  // A choice made on this device by the same person wins over what the server remembers.
  if (before?.account_id !== me.account_id || chosenLanguage() === null) {
    localStorage.setItem(languageKey, me.language);
    if (language() !== me.language) await useLanguage(me.language);
  }
  current = { kind: 'in', me };
  void askToStay();
  await startSending(me.account_id);
  startListening();
}

async function leave(ended: boolean): Promise<void> {
  stopSending();
  stopListening();
  current = { kind: 'out', ended };
}

export async function start(): Promise<void> {
  whenSignedOut(() => {
    if (current.kind === 'in') void leave(true);
  });
  whenSomethingChanged(() => void sendWithoutWaiting());
  if (await mustStillSayGoodbye()) return leave(false);
  const before = await remembered();
  // Known here: go in at once and ask behind the scenes, so a weak signal costs nobody half a minute.
  if (before) await enter(before);
  const answer = await whoAmI();
  if (answer.ok) return enter(answer.value);
  if (before && answer.problem.status !== 401) return undefined;
  return leave(before !== null);
}

/** Logged out without a signal: the server hears of it before anything else. True while it has not. */
async function mustStillSayGoodbye(): Promise<boolean> {
  const db = await database();
  if ((await db.get('settings', 'leaving')) !== true) return false;
  const answer = await logOut();
  if (!answer.ok && answer.problem.status !== 401) return true;
  await db.delete('settings', 'leaving');
  return false;
}

export async function tryLogIn(login: string, password: string): Promise<Problem | null> {
  const answer: Result<Me> = await logIn(login, password);
  if (!answer.ok) return answer.problem;
  await (await database()).delete('settings', 'leaving');
  await enter(answer.value);
  return null;
}

/** Forgets who we are on this device. Unsent work stays and goes on when the same person logs in again. */
export async function leaveForGood(): Promise<void> {
  const db = await database();
  await db.put('settings', true, 'leaving');
  await mustStillSayGoodbye();
  await db.delete('settings', 'me');
  await db.delete('settings', 'account');
  await forgetAnswers(); // lists hold names; they do not stay on a shared tablet
  await leave(false);
}

async function forgetAnswers(): Promise<void> {
  const db = await database();
  for (const key of await db.getAllKeys('answers')) await db.delete('answers', key);
}

/** To another of one's offices. What this device remembers belongs to the office that is left, so the app starts anew. */
export async function changeOffice(office: string): Promise<Problem | null> {
  const answer = await switchOffice(office);
  if (!answer.ok) return answer.problem;
  await forgetAnswers();
  await (await database()).put('settings', answer.value, 'me');
  location.assign('/');
  return null;
}

import { type Result } from '../base/problem';
import { type Infer, anything, list, nullable, object, oneOf, string, withDefault } from '../base/shape';
import type { Language } from '../base/words.svelte';
import { get, post, put, remove } from './client';

const me = object({
  account_id: string,
  person_id: nullable(string),
  display_name: string,
  language: oneOf('id', 'en'),
  org_id: string,
  org_name: string,
  roles: list(object({ role: string, scope_kind: string, scope_id: nullable(string), scope_name: string })),
  permissions: list(string),
  offices: withDefault(list(object({ org_id: string, org_name: string })), []),
});
export type Me = Infer<typeof me>;
export const meShape = me;

export function whoAmI(): Promise<Result<Me>> {
  return get('/api/v1/me', me);
}

export function logIn(login: string, password: string): Promise<Result<Me>> {
  return post('/api/v1/session', { login, password }, me);
}

/** Works for another of the login's offices from now on, on this device. */
export function switchOffice(office: string): Promise<Result<Me>> {
  return put('/api/v1/me/office', { org_id: office }, me);
}

export function logOut(): Promise<Result<unknown>> {
  return remove('/api/v1/session');
}

const opened = withDefault(object({ login: nullable(string) }), { login: null });

/** An invitation's one-time code becomes a password; tells the user name it belongs to when the server says it. */
export function useCode(code: string, password: string): Promise<Result<{ readonly login: string | null }>> {
  return post('/api/v1/access/code', { code, password }, opened);
}

export function saveLanguage(language: Language): Promise<Result<unknown>> {
  return put('/api/v1/me/language', { language }, anything);
}


import type { AccountLine, RoleName } from '../../api/access';

/** Where a role holds: about oneself, at a school, or for the whole office. */
export function scopeOf(role: RoleName): 'person' | 'school' | 'all' {
  if (role === 'teacher' || role === 'mentor') return 'person';
  return role === 'principal' || role === 'assessor' ? 'school' : 'all';
}

export interface AccountGroup {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly has_password: boolean;
  readonly roles: readonly { readonly role: string; readonly scope_name: string }[];
}

/** One entry an account, with all its roles; those who never came in first, since they may need help. */
export function byAccount(lines: readonly AccountLine[], search: string): readonly AccountGroup[] {
  const wanted = search.trim().toLowerCase();
  const groups = new Map<string, AccountGroup>();
  for (const one of lines) {
    if (wanted !== '' && !`${one.display_name} ${one.login}`.toLowerCase().includes(wanted)) continue;
    const known = groups.get(one.id);
    const role = { role: one.role, scope_name: one.scope_name };
    groups.set(one.id, known ? { ...known, roles: [...known.roles, role] } : { id: one.id, login: one.login, name: one.display_name, has_password: one.has_password, roles: [role] });
  }
  return [...groups.values()].toSorted((a, b) => Number(a.has_password) - Number(b.has_password) || a.name.localeCompare(b.name));
}

import { describe, expect, it } from 'vitest';

import type { AccountLine } from '../../api/access';
import { byAccount, scopeOf } from './accounts';

const line = (id: string, name: string, role: string, has_password = true): AccountLine => ({ id, login: name.toLowerCase(), display_name: name, role, scope_kind: 'all', scope_name: '', has_password });

describe('the list of accounts', () => {
  it('has one entry a person with all roles, and those who never came in first', () => {
    const groups = byAccount([line('1', 'Adi', 'teacher'), line('1', 'Adi', 'mentor'), line('2', 'Rina', 'teacher', false)], '');
    expect(groups.map((one) => [one.name, one.roles.length])).toEqual([['Rina', 1], ['Adi', 2]]);
    expect(byAccount([line('1', 'Adi', 'teacher'), line('2', 'Rina', 'teacher')], ' rin ').map((one) => one.id)).toEqual(['2']);
  });
  it('knows where a role holds', () => {
    expect([scopeOf('teacher'), scopeOf('principal'), scopeOf('evaluator')]).toEqual(['person', 'school', 'all']);
  });
});

import { describe, expect, it } from 'vitest';

import type { Me } from '../api/session';
import { match, menuOf, routeFor, routes } from './routes';

function someone(...permissions: string[]): Me {
  return { account_id: 'a', person_id: null, display_name: 'Rina', language: 'id', org_id: 'o', org_name: 'Dinas', roles: [], permissions, offices: [] };
}

describe('routes', () => {
  it('reads the named parts of an address', () => {
    expect(match('/mentoring/visits/:session_id/observe', '/mentoring/visits/a%20b/observe')).toEqual({ session_id: 'a b' });
    expect(match('/mentoring/visits', '/mentoring/visits/1')).toBeNull();
    expect(routeFor('/')?.route.title).toBe('app.home');
    expect(routeFor('/nowhere')).toBeNull();
  });

  it('shows in the menu only what the permissions open', () => {
    expect(menuOf(someone()).map((route) => route.path)).toEqual(['/']);
    expect(menuOf(someone('mentoring.take_part')).map((route) => route.path)).toContain('/mentoring/visits');
  });

  it('has every address once', () => {
    const paths = routes.map((route) => route.path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

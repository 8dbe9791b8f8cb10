import type { Me } from '../api/session';
import type { OpenRoute, Route } from '../base/route';

const found = import.meta.glob<{ readonly routes: readonly Route[]; readonly openRoutes?: readonly OpenRoute[] }>('../features/*/routes.ts', { eager: true });

/** A named place goes before one with a blank: /performance/print is no appraisal. */
const blanks = (route: Route) => route.path.split('/:').length;
export const routes: readonly Route[] = Object.values(found)
  .flatMap((feature) => feature.routes)
  .sort((a, b) => blanks(a) - blanks(b));
export const openRoutes: readonly OpenRoute[] = Object.values(found).flatMap((feature) => feature.openRoutes ?? []);

export function mayOpen(route: Route, me: Me): boolean {
  return !route.needs || route.needs.some((permission) => me.permissions.includes(permission));
}

export function menuOf(me: Me): readonly Route[] {
  return routes
    .filter((route) => route.menu && mayOpen(route, me))
    .sort((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0));
}

/** The named parts of `address` when it fits `pattern`, else null. */
export function match(pattern: string, address: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = address.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

interface Found<R> {
  readonly route: R;
  readonly params: Readonly<Record<string, string>>;
}

function first<R extends { readonly path: string }>(among: readonly R[], address: string): Found<R> | null {
  for (const route of among) {
    const params = match(route.path, address);
    if (params) return { route, params };
  }
  return null;
}

export function routeFor(address: string): Found<Route> | null {
  return first(routes, address);
}

export function openRouteFor(address: string): Found<OpenRoute> | null {
  return first(openRoutes, address);
}

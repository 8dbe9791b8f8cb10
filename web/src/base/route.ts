import type { Component } from 'svelte';

import type { Me } from '../api/session';
import type { IconName } from '../ui/icons';
import type { PlainKey } from './words.svelte';

/** What every page is given. */
export interface PageProps {
  readonly me: Me;
  /** The `:named` parts of the address. */
  readonly params: Readonly<Record<string, string>>;
}

/** One page. Each feature lists its own in `features/<name>/routes.ts`; the app finds those files by itself. */
export interface Route {
  /** `/mentoring/visits/:session_id/observe` */
  readonly path: string;
  readonly title: PlainKey;
  readonly page: () => Promise<{ readonly default: Component<PageProps> }>;
  /** Any one of these permissions opens the page; none given: everybody who is logged in. */
  readonly needs?: readonly string[];
  /** Makes it an entry of the main menu; the lowest `order` come first (home is 0). */
  readonly menu?: { readonly order: number; readonly icon: IconName; readonly label?: PlainKey };
  /** Without menus around it: a form that wants the whole screen. */
  readonly focused?: boolean;
}

/** A page for people without an account or before log-in: a link with a code. Listed in `openRoutes`. */
export interface OpenRoute {
  readonly path: string;
  readonly title: PlainKey;
  readonly page: () => Promise<{ readonly default: Component<OpenPageProps> }>;
}

export interface OpenPageProps {
  readonly params: Readonly<Record<string, string>>;
}

import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/', title: 'app.home', page: () => import('./HomePage.svelte'), menu: { order: 0, icon: 'home' } },
];

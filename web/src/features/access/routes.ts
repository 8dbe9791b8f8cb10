import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/account', title: 'app.account', page: () => import('./AccountPage.svelte') },
  { path: '/account/work', title: 'offline.work_title', page: () => import('./WorkPage.svelte') },
];

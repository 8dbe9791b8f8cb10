import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/account/jobs', title: 'jobs.title', page: () => import('./JobsPage.svelte') },
];

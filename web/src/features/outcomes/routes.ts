import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/outcomes', title: 'outcomes_pages.title', page: () => import('./OutcomesPage.svelte'), needs: ['outcomes.read'], menu: { order: 60, icon: 'outcomes' } },
  { path: '/outcomes/import', title: 'outcomes_pages.import', page: () => import('./ImportPage.svelte'), needs: ['outcomes.import'] },
];

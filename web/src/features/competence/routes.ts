import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/competence', title: 'competence_pages.title', page: () => import('./CompetencePage.svelte'), needs: ['competence.read'], menu: { order: 25, icon: 'outcomes' } },
  { path: '/competence/mine', title: 'competence_pages.mine', page: () => import('./OwnScoresPage.svelte'), needs: ['plans.own'], menu: { order: 46, icon: 'outcomes' } },
  { path: '/competence/import', title: 'competence_pages.import', page: () => import('./ImportScoresPage.svelte'), needs: ['competence.import'] },
];

import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/mentoring/visits', title: 'observation.visits', page: () => import('./VisitsPage.svelte'), needs: ['mentoring.take_part'], menu: { order: 10, icon: 'visits' } },
  { path: '/mentoring/visits/:session_id/observe', title: 'observation.observe', page: () => import('./ObservePage.svelte'), needs: ['mentoring.take_part'], focused: true },
];

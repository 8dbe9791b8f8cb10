import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/programmes', title: 'programmes.programmes', page: () => import('./ProgrammesPage.svelte'), needs: ['programmes.read'], menu: { order: 30, icon: 'programme' } },
  { path: '/programmes/:id', title: 'programmes.programmes', page: () => import('./ProgrammePage.svelte'), needs: ['programmes.read'] },
  { path: '/programmes/:id/match/:match_id', title: 'mentoring.match', page: () => import('./MatchPage.svelte'), needs: ['mentoring.pair'] },
  { path: '/programmes/:id/monitoring', title: 'mentoring.monitoring', page: () => import('./MonitoringPage.svelte'), needs: ['mentoring.monitor'] },
];

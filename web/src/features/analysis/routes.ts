import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/analysis', title: 'analysis_pages.title', page: () => import('./AnalysisPage.svelte'), needs: ['analysis.run'], menu: { order: 62, icon: 'performance' } },
];

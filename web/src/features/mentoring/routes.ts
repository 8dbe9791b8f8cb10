import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/mentoring/sessions', title: 'mentoring.sessions', page: () => import('./SessionsPage.svelte'), needs: ['mentoring.take_part'], menu: { order: 8, icon: 'clock' } },
  { path: '/mentoring/visits', title: 'observation.visits', page: () => import('./VisitsPage.svelte'), needs: ['mentoring.take_part'], menu: { order: 10, icon: 'visits' } },
  { path: '/mentoring/visits/:session_id/observe', title: 'observation.observe', page: () => import('./ObservePage.svelte'), needs: ['mentoring.take_part'], focused: true },
  { path: '/mentoring/pairs', title: 'mentoring.pairs', page: () => import('./PairsPage.svelte'), needs: ['mentoring.take_part'], menu: { order: 12, icon: 'people' } },
  { path: '/mentoring/pairs/:id', title: 'mentoring.pairs', page: () => import('./PairPage.svelte') },
  { path: '/mentoring/timetable', title: 'mentoring.timetable', page: () => import('./TimetablePage.svelte'), needs: ['mentoring.take_part'] },
];

import type { Route } from '../../base/route';

const needs = ['evaluation.read'];

export const routes: readonly Route[] = [
  { path: '/evaluations', title: 'evaluation.title', page: () => import('./EvaluationsPage.svelte'), needs, menu: { order: 80, icon: 'evaluation' } },
  { path: '/evaluations/:id', title: 'evaluation.one', page: () => import('./EvaluationPage.svelte'), needs },
  { path: '/evaluations/:id/aspects/:aspect_id', title: 'evaluation.aspect', page: () => import('./AspectPage.svelte'), needs },
  { path: '/evaluations/:id/report', title: 'evaluation.report', page: () => import('./ReportPage.svelte'), needs },
  { path: '/evaluations/:id/follow-up', title: 'evaluation.follow_up', page: () => import('./FollowUpPage.svelte'), needs },
];

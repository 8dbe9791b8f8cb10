import type { Route } from '../../base/route';

const needs = ['performance.own', 'performance.appraise', 'performance.read'];
export const routes: readonly Route[] = [
  { path: '/performance', title: 'performance_pages.title', page: () => import('./AppraisalsPage.svelte'), needs, menu: { order: 50, icon: 'performance' } },
  { path: '/performance/print', title: 'jobs.print_title', page: () => import('./PrintPage.svelte'), needs },
  { path: '/performance/:id', title: 'performance_pages.one', page: () => import('./AppraisalPage.svelte'), needs },
];

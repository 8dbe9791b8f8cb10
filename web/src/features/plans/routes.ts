import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/plans', title: 'plans_pages.title', page: () => import('./PlansPage.svelte'), needs: ['plans.own', 'plans.read'], menu: { order: 45, icon: 'plan' } },
  { path: '/plans/new', title: 'plans_pages.new', page: () => import('./NewPlanPage.svelte'), needs: ['plans.own'] },
  { path: '/plans/:id', title: 'plans_pages.one', page: () => import('./PlanPage.svelte'), needs: ['plans.own', 'plans.read'] },
];

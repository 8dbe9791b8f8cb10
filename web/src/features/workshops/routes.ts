import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/workshops', title: 'workshops_pages.title', page: () => import('./WorkshopsPage.svelte'), needs: ['workshops.take_part', 'workshops.run'], menu: { order: 40, icon: 'workshop' } },
  { path: '/workshops/new', title: 'workshops_pages.plan', page: () => import('./NewWorkshopPage.svelte'), needs: ['workshops.run'] },
  { path: '/workshops/:id', title: 'workshops_pages.one', page: () => import('./WorkshopPage.svelte'), needs: ['workshops.take_part', 'workshops.run'] },
];

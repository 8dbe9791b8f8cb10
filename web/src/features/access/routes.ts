import type { OpenRoute, Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/account', title: 'app.account', page: () => import('./AccountPage.svelte') },
  { path: '/admin/accounts', title: 'accounts_pages.title', page: () => import('./AccountsPage.svelte'), needs: ['access.manage'], menu: { order: 90, icon: 'people' } },
  { path: '/admin/audit', title: 'audit_pages.title', page: () => import('./AuditPage.svelte'), needs: ['access.audit'], menu: { order: 92, icon: 'report' } },
  { path: '/account/work', title: 'offline.work_title', page: () => import('./WorkPage.svelte') },
];

/** The address printed on invitation sheets and at the first start: `/mulai#code`. */
export const openRoutes: readonly OpenRoute[] = [
  { path: '/mulai', title: 'session.start_title', page: () => import('./StartPage.svelte') },
];

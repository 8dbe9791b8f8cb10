import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/people', title: 'people_pages.title', page: () => import('./PeoplePage.svelte'), needs: ['people.read'], menu: { order: 20, icon: 'people' } },
  { path: '/people/import', title: 'people_pages.import', page: () => import('./ImportRosterPage.svelte'), needs: ['people.import'] },
  { path: '/people/:id', title: 'people_pages.one', page: () => import('./PersonPage.svelte') },
];

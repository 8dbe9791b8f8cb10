import type { OpenRoute, Route } from '../../base/route';

const needs = ['qualitative.code'];

export const routes: readonly Route[] = [
  { path: '/qualitative', title: 'qualitative.title', page: () => import('./StudiesPage.svelte'), needs, menu: { order: 75, icon: 'qualitative' } },
  { path: '/qualitative/:id', title: 'qualitative.study', page: () => import('./StudyPage.svelte'), needs },
  { path: '/qualitative/:id/sources/:source_id', title: 'qualitative.coding', page: () => import('./CodingPage.svelte'), needs },
];

/** The link an informant without an account gets: `/tanggapan/<token>`. */
export const openRoutes: readonly OpenRoute[] = [
  { path: '/tanggapan/:token', title: 'qualitative.check_title', page: () => import('./MemberCheckPage.svelte') },
];

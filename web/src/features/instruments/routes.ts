import type { OpenRoute, Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/forms', title: 'observation.forms', page: () => import('./FormsPage.svelte'), needs: ['instruments.use'], menu: { order: 80, icon: 'forms' } },
  { path: '/forms/fill/:instrument_id', title: 'observation.forms', page: () => import('./FillPage.svelte'), needs: ['instruments.use'], focused: true },
  { path: '/forms/sent', title: 'sent_forms.title', page: () => import('./SentPage.svelte'), needs: ['instruments.use'] },
  { path: '/forms/sent/:submission_id', title: 'sent_forms.one', page: () => import('./SentFormPage.svelte'), needs: ['instruments.use'] },
  { path: '/forms/links', title: 'answer_links.title', page: () => import('./LinksPage.svelte'), needs: ['instruments.submit'] },
  { path: '/forms/links/:id', title: 'answer_links.results', page: () => import('./LinkResultsPage.svelte'), needs: ['instruments.use'] },
  { path: '/forms/drafts/:draft_id', title: 'observation.forms', page: () => import('./DraftPage.svelte'), needs: ['instruments.use'], focused: true },
];
export const openRoutes: readonly OpenRoute[] = [{ path: '/jawab/:token', title: 'answer_page.title', page: () => import('./AnswerPage.svelte') }];

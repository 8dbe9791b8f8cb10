import type { Route } from '../../base/route';

export const routes: readonly Route[] = [
  { path: '/forms', title: 'observation.forms', page: () => import('./FormsPage.svelte'), needs: ['instruments.use'], menu: { order: 80, icon: 'forms' } },
  { path: '/forms/fill/:instrument_id', title: 'observation.forms', page: () => import('./FillPage.svelte'), needs: ['instruments.use'], focused: true },
  { path: '/forms/sent', title: 'sent_forms.title', page: () => import('./SentPage.svelte'), needs: ['instruments.use'] },
  { path: '/forms/sent/:submission_id', title: 'sent_forms.one', page: () => import('./SentFormPage.svelte'), needs: ['instruments.use'] },
  { path: '/forms/drafts/:draft_id', title: 'observation.forms', page: () => import('./DraftPage.svelte'), needs: ['instruments.use'], focused: true },
];

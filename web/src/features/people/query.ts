/** What a search asks for; empty parts are left out. */
export interface Asked {
  readonly search: string;
  readonly school: string;
  readonly subject: string;
}

export function peoplePath(asked: Asked, page: string | null = null): string {
  const query = new URLSearchParams();
  if (asked.search.trim() !== '') query.set('q', asked.search.trim());
  if (asked.school !== '') query.set('school', asked.school);
  if (asked.subject !== '') query.set('subject', asked.subject);
  if (page !== null) query.set('page', page);
  const text = query.toString();
  return `/api/v1/people${text === '' ? '' : `?${text}`}`;
}

/** "198503122010011007" as people read it: groups of birth, appointment, sex, number. */
export function groupedNip(nip: string): string {
  return nip.length === 18 ? `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}` : nip;
}

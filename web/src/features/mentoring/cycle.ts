/** The steps of one mentoring cycle, in order. */
export const steps = ['agree', 'pre', 'observation', 'post', 'act', 'reflection', 'close'] as const;

const minutes: Readonly<Record<string, number>> = { agree: 45, pre: 30, observation: 80, post: 45, act: 30, reflection: 30, close: 30 };

export function usualMinutes(kind: string): number {
  return minutes[kind] ?? 45;
}

/** The first step of the newest cycle that is neither planned nor held; after the last step a new cycle begins. */
export function nextStep(sessions: readonly { readonly cycle: number; readonly kind: string; readonly state: string }[]): { readonly cycle: number; readonly kind: string } {
  const cycle = Math.max(1, ...sessions.map((one) => one.cycle));
  const begun = new Set(sessions.filter((one) => one.cycle === cycle && one.state !== 'cancelled').map((one) => one.kind));
  const last = steps.findLastIndex((step) => begun.has(step));
  const next = steps[last + 1];
  return next ? { cycle, kind: next } : { cycle: cycle + 1, kind: 'pre' };
}

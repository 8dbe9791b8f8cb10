import { type Position, type Product, type Workshop, workshopPath, workshopShape } from '../../api/workshops';
import { newId } from '../../base/ids';
import { text } from '../../base/words.svelte';
import { type Live, live } from '../../offline/live.svelte';
import { deliver, deliverJoined, delivery, undo } from '../../offline/sender.svelte';
import { toast, undoTime } from '../../ui/toasts.svelte';
import { joined, positionKey, withWaiting } from './workshop';

/** Ticks that follow each other within this time (ms) go as one request. */
const gather = 1_200;

/** One workshop on this page: kept data with this device's own work over it, and the steps a person can take. */
export function workshopWork(account_id: () => string, id: () => string) {
  const kept = live(account_id, () => workshopPath(id()), workshopShape);
  // What went out since the last answer still counts until the next answer has it: no tick flickers.
  let sent = $state.raw<readonly { readonly path: string; readonly body: unknown; readonly state: 'waiting' }[]>([]);
  // Steps whose writing to the device is under way: a quick second tap must build on the first.
  let writing = $state.raw<readonly { readonly path: string; readonly body: unknown; readonly state: 'waiting' }[]>([]);
  const bodies = new Map<string, { path: string; body: unknown }>();
  let seen = 0;

  const mine = $derived(delivery.entries.filter((entry) => entry.about === id()));
  const waiting = $derived(mine.filter((entry) => entry.state === 'waiting' || entry.state === 'sending'));

  $effect(() => {
    for (const entry of waiting) bodies.set(entry.id, { path: entry.path, body: entry.body });
    const gone = mine.filter((entry) => entry.state === 'delivered' && bodies.has(entry.id));
    if (gone.length === 0) return;
    for (const entry of gone) {
      const had = bodies.get(entry.id);
      if (had) sent = [...sent, { ...had, state: 'waiting' }];
      bodies.delete(entry.id);
    }
    seen += 1;
    const asked = seen;
    void kept.reload().then(() => {
      if (asked === seen) sent = [];
    });
  });

  const data: Live<Workshop> = {
    get value() {
      return kept.value === null ? null : withWaiting(kept.value, [...sent, ...waiting, ...writing]);
    },
    get fetched_at() {
      return kept.fetched_at;
    },
    get fresh() {
      return kept.fresh;
    },
    get problem() {
      return kept.problem;
    },
    reload: () => kept.reload(),
  };

  const entry = (part: string, title_key: string) => ({
    id: newId(),
    method: 'PUT' as const,
    path: `${workshopPath(id())}/${part}`,
    title_key,
    values: { title: kept.value?.title ?? '' },
    about: id(),
    not_before: Date.now() + gather,
  });

  async function step(part: string, title_key: string, body: unknown, join: (waiting: unknown) => unknown = () => body): Promise<void> {
    const sending = entry(part, title_key);
    const shown = { path: sending.path, body, state: 'waiting' as const };
    writing = [...writing, shown];
    await deliverJoined(sending, join);
    writing = writing.filter((one) => one !== shown);
  }

  return {
    data,
    get waiting(): number {
      return waiting.length;
    },
    get newest() {
      return mine.findLast((one) => one.state === 'refused') ?? mine.at(-1) ?? null;
    },
    /** The list as it now is; every tick sends the whole list, so the last one counts. */
    present: (present: readonly string[]) => step('attendance', 'workshops_pages.sent_attendance', { present }),
    agree: (agreement: string) => step('agreement', 'workshops_pages.sent_agreement', { agreement }),
    judge: (aims: Workshop['aims']) => step('aims', 'workshops_pages.sent_aims', { aims }),
    place: (position: Position) =>
      step('positions', 'workshops_pages.sent_positions', { positions: [position] }, (earlier) => ({
        positions: joined((earlier as { positions: readonly Position[] } | null)?.positions ?? [], [position], positionKey),
      })),
    /** One document, one request: it can be taken back while the toast shows. */
    handIn: async (member: string, kind: Product['kind'], message: string) => {
      const sending = { ...entry('products', 'workshops_pages.sent_product'), not_before: Date.now() + undoTime };
      await deliver({ ...sending, lane: `${sending.path} ${member} ${kind}`, body: { products: [{ member, kind, id: newId(), note: '' }] } });
      toast(message, { label: text('app.undo'), action: () => void undo(sending.id) });
    },
  };
}
export type WorkshopWork = ReturnType<typeof workshopWork>;

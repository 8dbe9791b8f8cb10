import { newId } from '../../base/ids';
import { textOf } from '../../base/words.svelte';
import { deliver, undo } from '../../offline/sender.svelte';
import { text } from '../../base/words.svelte';
import { toast, undoTime } from '../../ui/toasts.svelte';

/**
 * One command about a session, a pair or an action: kept on the device, sent when there is a signal, repeated safely.
 * The id of the outbox entry is the command's id, so the server knows it when it comes a second time.
 */
export interface Command {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly title_key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** What it is about: pages find its delivery note by this. */
  readonly about: string;
  /** Shown at once, with a way back while it shows. */
  readonly said?: string;
}

export async function command(one: Command): Promise<void> {
  const id = newId();
  const quick = one.said !== undefined;
  await deliver({
    id,
    method: 'PUT',
    path: one.path,
    body: { command_id: id, ...one.body },
    title_key: one.title_key,
    values: one.values ?? {},
    about: one.about,
    ...(quick ? { not_before: Date.now() + undoTime } : {}),
  });
  if (quick) toast(textOf(one.said), { label: text('app.undo'), action: () => void undo(id) });
}

/** A record made here (a session, an action, a note): its id is in the address. */
export async function record(path: string, id: string, body: Readonly<Record<string, unknown>>, title_key: string, about: string): Promise<void> {
  await deliver({ id, method: 'PUT', path: `${path}/${id}`, body, title_key, values: {}, about });
}

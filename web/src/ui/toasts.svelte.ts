/** Short news at the bottom of the screen; with `undo` a person can take the step back while it shows. */
export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly undo: { readonly label: string; readonly action: () => void } | null;
}

let shown = $state.raw<readonly Toast[]>([]);
let last = 0;

export const toasts = {
  get shown(): readonly Toast[] {
    return shown;
  },
};

export const undoTime = 6_000;

export function toast(message: string, undo: Toast['undo'] = null): void {
  last += 1;
  const id = last;
  shown = [...shown.slice(-2), { id, message, undo }];
  setTimeout(() => closeToast(id), undoTime);
}

export function closeToast(id: number): void {
  shown = shown.filter((entry) => entry.id !== id);
}

/** A table as it goes to the server: the file's bytes in base64, or pasted text as a CSV file. */
export interface ChosenTable {
  readonly file_name: string;
  readonly base64: string;
}

export function base64Of(bytes: Uint8Array): string {
  const piece = 0x8000; // arguments of one call are limited
  let binary = '';
  for (let at = 0; at < bytes.length; at += piece) binary += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(binary);
}

export function pastedTable(text: string, file_name: string): ChosenTable | null {
  return text.trim() === '' ? null : { file_name, base64: base64Of(new TextEncoder().encode(text)) };
}

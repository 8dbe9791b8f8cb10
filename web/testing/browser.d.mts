import type { Browser } from 'playwright-core';

interface Size {
  readonly width: number;
  readonly height: number;
}
export const phone: Size;
export const desktop: Size;
export function openBrowser(): Promise<Browser>;

import { language } from './words.svelte';

function locale(): string {
  return language() === 'id' ? 'id-ID' : 'en-GB';
}

/** A moment as ISO 8601 with the device's own offset, so the server can tell local time from clock drift. */
export function deviceTime(moment: Date = new Date()): string {
  const offset = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** The calendar day on this device, `2025-03-09`. */
export function today(moment: Date = new Date()): string {
  return deviceTime(moment).slice(0, 10);
}

function parsed(text: string): Date {
  // A bare day is a local day: `new Date('2025-03-09')` would be midnight in London.
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text);
}

function format(text: string, options: Intl.DateTimeFormatOptions): string {
  const moment = parsed(text);
  return Number.isNaN(moment.getTime()) ? text : new Intl.DateTimeFormat(locale(), options).format(moment);
}

/** "Senin, 10 Maret 2025" */
export function longDay(day: string): string {
  return format(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "Senin, 10 Maret"; "10 Maret 2020" when that is not this year. */
export function weekDay(day: string): string {
  if (day.slice(0, 4) !== today().slice(0, 4)) return format(day, { day: 'numeric', month: 'long', year: 'numeric' });
  return format(day, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "Sen, 10 Mar"; with its year when that is not this one. */
export function shortDay(day: string): string {
  const thisYear = day.slice(0, 4) === today().slice(0, 4);
  return format(day, thisYear ? { weekday: 'short', day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "10.42" in Indonesian, "10:42" in English */
export function clockTime(moment: string): string {
  return format(moment, { hour: '2-digit', minute: '2-digit' });
}

/** "Sen, 10 Mar, 10.42" */
export function dayAndTime(moment: string): string {
  const thisYear = today(parsed(moment)).slice(0, 4) === today().slice(0, 4);
  if (!thisYear) return format(moment, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  return format(moment, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

export function numberText(value: number, digits = 0): string {
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

import { type Infer, boolean, list, nullable, number, object, string } from '../base/shape';

const account = object({ id: string, login: string, display_name: string, role: string, scope_kind: string, scope_name: string, has_password: boolean });
export type AccountLine = Infer<typeof account>;
export const accountsShape = object({ items: list(account) });
export const invitedShape = object({ account_id: string, code: string });
export const emptyShape = object({});

const entry = object({ seq: number, at: string, who: string, action: string, kind: string, subject_id: string });
export type JournalEntry = Infer<typeof entry>;
export const journalShape = object({ items: list(entry), next: nullable(number) });
export type Journal = Infer<typeof journalShape>;
export const journalCheckShape = object({ entries: number, intact: boolean, broken_at: nullable(number) });

/** Roles as shipped; `wide` ones hold for the whole office, the others at a school or for a person. */
export const roles = ['teacher', 'mentor', 'principal', 'assessor', 'supervisor', 'district', 'province', 'ministry', 'facilitator', 'evaluator', 'administrator', 'data_protection_officer'] as const;
export type RoleName = (typeof roles)[number];

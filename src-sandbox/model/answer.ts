// What an operation of the model answers to REST: accepted, or a refusal with an HTTP status and a sentence.

export interface Refusal {
  readonly ok: false;
  readonly status: 400 | 403 | 404 | 409 | 413 | 429 | 500;
  readonly key: string;
  readonly description: string;
}
export type Answer<T = undefined> = { readonly ok: true; readonly value: T } | Refusal;

export const accepted: Answer = { ok: true, value: undefined };
export const answer = <T>(value: T): Answer<T> => ({ ok: true, value });

/** `key` is the status as text unless a more telling word is given. */
export const refuse = (status: Refusal['status'], description: string, key = String(status)): Refusal => ({ ok: false, status, key, description });

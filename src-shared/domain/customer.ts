// What the business knows of a customer beside the chat: identifiers and earlier conversations. `T` is a text: raw in main, masked in the view.

export interface Identifier<T> {
  /** The contact centre's own word, such as `email`. */
  readonly type: string;
  readonly value: T;
}

export interface EarlierChat<T> {
  readonly id: string;
  /** ms since the epoch; null = not known. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly agentName: string;
  readonly queueName: string;
  readonly wrapUpName: string;
  readonly summary: T;
}

export interface CustomerRecord<T> {
  readonly identifiers: readonly Identifier<T>[];
  /** The latest first. */
  readonly earlier: readonly EarlierChat<T>[];
}

/** UTF-8 bytes a value of associated data may have (OpenAPI, `PATCH /v1/tasks/{id}`). */
export const MAX_DATUM_BYTES = 1_024;

/** The same record with other texts; `type` is that of an identifier. */
export const mapRecord = <T, U>(record: CustomerRecord<T>, text: (value: T, type?: string) => U): CustomerRecord<U> => ({
  identifiers: record.identifiers.map(({ type, value }) => ({ type, value: text(value, type) })),
  earlier: record.earlier.map((chat) => ({ ...chat, summary: text(chat.summary) })),
});

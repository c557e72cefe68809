// What is wrong with content before it is sent, with the field named. Sentences are in the catalogues (`template.issue.<code>`).

export const issueCodes = [
  'empty', // nothing stands where something must
  'tooLong', // `by` characters above `max`
  'tooFew', // fewer than `min`
  'tooMany', // more than `max`
  'duplicate', // the same id twice
  'pictureMissing', // names a picture that is not there
  'pictureNotPng',
  'pictureTooLarge', // `bytes` above `max`
  'picturesTooLarge', // together `bytes` above `max`
  'badAddress', // no http(s) address
  'pageIdTooLong', // `max`
  'pageMissing', // leads to a page that is not there: `page`
  'pageUnreachable', // no way leads to it
  'noEnd', // no page the form can end on
  'endless', // from here no way leads to an end
  'noItems',
  'badPattern', // no regular expression
  'asksSecret', // a password or a card number is asked for
  'pastOnly', // a date page that takes no date after today and starts after it
  'noSlots',
  'slotPast',
  'slotTwice', // same start and length
  'slotOverlaps', // warning
  'clockChange', // warning: the slots lie on both sides of a change of the clock, which one offset cannot say
  'badDuration',
  'unresolved', // `{{name}}` without a value
] as const;
export type IssueCode = (typeof issueCodes)[number];

/** The place in dots: `received.title`, `sections.0.items.2.title`, `pages.fault.next`, `event.slots.1`. */
export interface Issue {
  readonly path: string;
  readonly code: IssueCode;
  /** A warning may be sent. */
  readonly severity: 'error' | 'warning';
  readonly values?: Readonly<Record<string, string | number>>;
}

export const isError = (issue: Issue): boolean => issue.severity === 'error';

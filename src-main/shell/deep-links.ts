// Links from elsewhere on the desktop: `parley://task/<id>` opens that task, and nothing else is understood.

export interface DeepLink {
  readonly kind: 'task';
  readonly taskId: string;
}

/** Written out whole, so that no parser's leniency decides: scheme, one place, one id of letters, digits and hyphens. */
const TASK_LINK = /^parley:\/\/task\/([A-Za-z0-9-]{1,64})\/?$/;

export function parseDeepLink(text: string): DeepLink | null {
  const taskId = TASK_LINK.exec(text)?.[1];
  return taskId === undefined ? null : { kind: 'task', taskId };
}

/** The link among the words of a command line, where Windows and Linux put it; the last one counts. */
export const deepLinkIn = (argv: readonly string[]): DeepLink | null => argv.map(parseDeepLink).findLast((link) => link !== null) ?? null;

// How the checks of content say what is wrong.
import type { Issue, IssueCode } from '../domain/issue.ts';

/** Notes what is wrong at a place. */
export type Note = (path: string, code: IssueCode, values?: Issue['values'], severity?: Issue['severity']) => void;

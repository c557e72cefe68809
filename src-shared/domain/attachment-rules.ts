// What the administrator allows of a file before it is taken in. Pure: the same answer in main, which decides, and in the page, which says so first.
import { failure, type Failure } from './failure.ts';
import type { AttachmentPolicy } from './policy.ts';

export interface FileFacts {
  readonly size: number;
  readonly mimeType: string;
}

/** `image/*` stands for all of a family; an empty list for everything. */
export const isTypeAllowed = (mimeTypes: readonly string[], mimeType: string): boolean =>
  mimeTypes.length === 0 || mimeTypes.some((one) => one.toLowerCase() === mimeType || (one.endsWith('/*') && mimeType.startsWith(one.slice(0, -1).toLowerCase())));

/** Decimal, one digit behind the point: what the agent reads of a limit. */
export const megabytes = (bytes: number): number => Math.floor(bytes / 100_000) / 10;

/** Why a file is not taken into a tray that holds `present` already; null = it is. */
export function whyNotTaken(policy: AttachmentPolicy, present: number, { size, mimeType }: FileFacts): Failure | null {
  if (!policy.allowed) return failure('attachmentsNotAllowed');
  if (present >= policy.maxCount) return failure('tooManyFiles', { max: policy.maxCount });
  if (size === 0) return failure('fileEmpty');
  if (size > policy.maxSize) return failure('fileTooLarge', { max: megabytes(policy.maxSize) });
  return isTypeAllowed(policy.mimeTypes, mimeType) ? null : failure('fileTypeNotAllowed');
}

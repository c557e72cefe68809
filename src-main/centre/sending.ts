// Sending a message: the request and what its answer says. Idempotent by `aliasId`, so "not known" is answered by sending again.
import * as v from 'valibot';
import { toWire } from '../../src-shared/apple/index.ts';
import type { Issue } from '../../src-shared/domain/issue.ts';
import type { AppendFailureReason } from '../../src-shared/domain/message.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import { appendResponseSchema, type AppendRequest } from '../../src-shared/wxcc/index.ts';
import type { OutboundMessage, SendOutcome } from './contact-centre.ts';
import { appendReason } from './decode-message.ts';
import type { HttpAnswer } from './http.ts';

/** The request, or why the content cannot be sent. */
export function appendBody({ aliasId, content, asOf }: OutboundMessage, now: number): Result<AppendRequest, readonly Issue[]> {
  const wire = toWire(content, asOf);
  if (!wire.ok) return wire;
  const { type, text, attachments, apple } = wire.value;
  return ok({
    mediaType: 'social',
    messageDirection: 'OUTBOUND',
    channelParams: {
      type,
      message: {
        aliasId, text, timestamp: now,
        ...(attachments.length === 0 ? {} : {
          attachments: attachments.map(({ fileName, mimeType, url, size }) => ({ fileName, mimeType, fileUrl: url, ...(size === null ? {} : { size }) })),
        }),
      },
      ...(apple === null ? {} : { apple }),
    },
  });
}

const mayPass: ReadonlySet<AppendFailureReason> = new Set(['rateLimited', 'internal']);

export function sendOutcome(answer: HttpAnswer): SendOutcome {
  if (answer.kind === 'ok') {
    const body = v.safeParse(appendResponseSchema, answer.body);
    return { kind: 'appended', seq: body.success ? body.output.data.seq : null };
  }
  if (answer.kind !== 'refused') return { kind: 'unknown' };
  const named = appendReason(answer.key);
  // A server in trouble may have stored the message before it said so.
  if (named === null && answer.status >= 500) return { kind: 'unknown' };
  const reason = named ?? reasonOfStatus(answer.status);
  return { kind: 'refused', reason, retryable: mayPass.has(reason) };
}

function reasonOfStatus(status: number): AppendFailureReason {
  if (status === 413) return 'tooLarge';
  return status === 429 ? 'rateLimited' : 'rejected';
}

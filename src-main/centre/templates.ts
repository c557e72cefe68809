// The library of message templates over the wire (Parley's own path, docs/protocol.md).
import { readOutbound } from '../../src-shared/apple/index.ts';
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { Template } from '../../src-shared/domain/template.ts';
import { variablesOf } from '../../src-shared/domain/variables.ts';
import { messageTemplateSchema, type WxMessageTemplate } from '../../src-shared/wxcc/index.ts';
import { readAll, type Request } from './configuration.ts';
import { refusalFailure, refusalOf } from './refusals.ts';

export async function readTemplates(request: Request, orgId: string): Promise<Result<readonly Template[]>> {
  const answer = await readAll(request, `/organization/${encodeURIComponent(orgId)}/v2/message-template?channel=appleMessages`, messageTemplateSchema);
  if (answer.ok) return ok(answer.value.flatMap(decodeTemplate));
  const refusal = refusalOf(answer.failure);
  return fail(refusal === null ? failure('centreUnreachable') : refusalFailure('templates', refusal, 0));
}

/** None where the content is of no type an agent can send. */
function decodeTemplate({ id, name, category, language, shortcut, assetId, active, channelParams }: WxMessageTemplate): Template[] {
  const { type, message, apple } = channelParams;
  const attachments = message.attachments.map(({ fileName, mimeType, fileUrl, size }) => ({ fileName, mimeType, url: fileUrl, size }));
  const content = readOutbound({ type, text: message.text, attachments, apple });
  if (content === null) return [];
  return [{
    id, name: name === '' ? id : name, category, language, shortcut, kind: content.kind, content, variables: variablesOf(content), assetId,
    withdrawn: active ? null : assetId === null ? 'policy' : 'asset',
  }];
}

// The library: every type in both languages, none that could not be sent, and what belongs to a business account goes with it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOutbound, validate } from '../src-shared/apple/index.ts';
import { channelParamsSchema } from '../src-shared/wxcc/index.ts';
import { outboundKinds } from '../src-shared/domain/outbound.ts';
import * as v from 'valibot';
import { messageTemplates } from './organisation/templates.ts';
import { itemsOf, nth, startKit, type Kit } from './testing/kit.ts';

let kit: Kit;
beforeEach(async () => { kit = await startKit(); });
afterEach(() => kit.close());

const now = Date.UTC(2026, 5, 1);
const contentOf = ({ channelParams }: { readonly channelParams: unknown }) => {
  const { type, message, apple } = v.parse(channelParamsSchema, channelParams);
  return readOutbound({ type, text: message.text, attachments: message.attachments.map(({ fileUrl, ...file }) => ({ ...file, url: fileUrl })), apple });
};

test('has every type in Dutch and in English', () => {
  for (const language of ['nl', 'en']) {
    const kinds = new Set(messageTemplates(now).filter((one) => one.language === language).map((one) => contentOf(one)?.kind));
    expect([...outboundKinds].filter((kind) => !kinds.has(kind))).toEqual([]);
  }
});

test('holds nothing that could not be sent once its places are filled', () => {
  for (const template of messageTemplates(now)) {
    const content = contentOf(template);
    expect(content).not.toBeNull();
    if (content !== null) expect([template.id, validate(content, now).filter(({ code }) => code !== 'unresolved')]).toEqual([template.id, []]);
  }
});

test('withdraws what belongs to a deleted business account', async () => {
  const path = `/organization/${kit.sandbox.info.orgId}/v2/message-template?channel=appleMessages`;
  const refund = async () => itemsOf(await kit.service('GET', path)).find((one) => one['id'] === 'refund');
  const { id } = nth(kit.sandbox.info.assets, 1);
  expect(await refund()).toMatchObject({ assetId: id, active: true });
  await kit.service('DELETE', `/sandbox/assets/${id}`);
  expect(await refund()).toMatchObject({ assetId: id, active: false });
});

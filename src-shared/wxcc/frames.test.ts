import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppleMessages } from './interaction.ts';
import { KEEPALIVE, parseFrame } from './frames.ts';

const envelope = (data: Record<string, unknown>, type = 'RoutingMessage') =>
  JSON.stringify({ type, orgId: 'org', trackingId: 't', agentId: 'a1', data });

const interaction = {
  interactionId: 'i1', state: 'new', mediaType: 'social', mediaChannel: 'applemessages', isTerminated: 'False', createdTimestamp: '1733211616000',
  owner: null, participants: { a1: { id: 'a1', pType: 'Agent', name: 'Sanne', hasJoined: 'true', hasLeft: 'false' }, bad: { name: 'no id' } },
  media: { i1: { mType: 'mainCall', participants: ['c1', 'a1'], isHold: 'false' } },
  callProcessingDetails: { customerName: 'Melissa', ronaTimeout: '30', QueueId: 'q1', newerThing: { deep: 1 } },
  callAssociatedData: { order: { name: 'order', displayName: 'Order', value: 'HV-204', agentEditable: 'TRUE' } },
};

function frameOf(text: string) {
  const parsed = parseFrame(text);
  if (parsed.kind !== 'frame') throw new Error(JSON.stringify(parsed));
  return parsed.frame;
}

describe('parseFrame', () => {
  it('normalises the booleans and numbers a backend sends as text', () => {
    const { data } = frameOf(envelope({ type: 'AgentContactReserved', interactionId: 'i1', ronaTimeout: '30', interaction }));
    if (data.type !== 'AgentContactReserved') throw new Error(data.type);
    expect(data.ronaTimeout).toBe(30);
    expect(data.interaction?.isTerminated).toBe(false);
    expect(data.interaction?.createdTimestamp).toBe(1733211616000);
    expect(data.interaction?.participants).toMatchObject({ a1: { hasJoined: true, hasLeft: false } });
    expect(Object.keys(data.interaction?.participants ?? {})).toEqual(['a1']);
    expect(data.interaction?.callProcessingDetails.ronaTimeout).toBe(30);
    expect(data.interaction?.callAssociatedData['order']?.agentEditable).toBe(true);
    expect(data.interaction !== null && isAppleMessages(data.interaction)).toBe(true);
  });

  it('keeps an event whose interaction is missing or nonsense', () => {
    for (const broken of [undefined, null, 7, [], {}]) {
      const { data } = frameOf(envelope({ type: 'AgentWrappedUp', interactionId: 'i1', interaction: broken }));
      expect(data).toMatchObject({ type: 'AgentWrappedUp', interactionId: 'i1', interaction: null });
    }
  });

  it('keeps a numbered message whatever its content looks like, so that no gap opens', () => {
    const { data } = frameOf(envelope({ type: 'task-message:appended', interactionId: 'i1', seq: 4, channelParams: 'odd' }, 'TaskMessage'));
    expect(data).toMatchObject({ seq: 4, channelParams: { type: '', message: { aliasId: '', text: '', attachments: [] }, apple: null } });
  });

  it('reads attachments under both names of their address and drops broken ones', () => {
    const attachments = [{ fileName: 'a.png', mimeType: 'image/png', url: 'https://x/a' }, 3, { fileName: 'b.png', mimeType: 'image/png', fileUrl: 'https://x/b', size: '12' }];
    const { data } = frameOf(envelope({ type: 'task-message:appended', interactionId: 'i1', seq: 1, channelParams: { type: 'text-with-attachments', message: { attachments } } }));
    if (data.type !== 'task-message:appended') throw new Error(data.type);
    expect(data.channelParams.message.attachments.map((entry) => [entry.fileUrl, entry.size])).toEqual([['https://x/a', null], ['https://x/b', 12]]);
  });

  it('gives untyped data its outer type', () => {
    expect(frameOf(envelope({ agentId: 'a1' }, 'Welcome')).data).toEqual({ type: 'Welcome', agentId: 'a1' });
    expect(frameOf(JSON.stringify({ type: 'AGENT_MULTI_LOGIN' })).data.type).toBe('AGENT_MULTI_LOGIN');
  });

  it('masks when the policy does not say', () => {
    for (const policy of [undefined, {}, { masking: 'perhaps' }, 'x']) {
      expect(frameOf(envelope({ type: 'desktop-policy:changed', policy }, 'DesktopPolicy')).data).toMatchObject({ policy: { masking: true } });
    }
    expect(frameOf(envelope({ type: 'desktop-policy:changed', policy: { masking: 'false' } })).data).toMatchObject({ policy: { masking: false } });
  });

  it('tells heartbeat, unknown and garbage apart', () => {
    expect(parseFrame(KEEPALIVE)).toEqual({ kind: 'keepalive' });
    expect(parseFrame('{"keepalive":true}')).toEqual({ kind: 'keepalive' });
    expect(parseFrame(envelope({ type: 'AgentContactHeld' }))).toEqual({ kind: 'unknown', type: 'RoutingMessage/AgentContactHeld' });
    expect(parseFrame('{"type":"x"}')).toEqual({ kind: 'unknown', type: 'x' });
    for (const text of ['', '{', 'null', '[]', '7', '{}', '{"type":7}', 'x'.repeat(4_000_001)]) expect(parseFrame(text).kind, text.slice(0, 20)).toBe('garbage');
  });

  it('says what is broken without quoting it', () => {
    const parsed = parseFrame(envelope({ type: 'task-message:appended', interactionId: 'i1', seq: 'secret 4111' }));
    expect(parsed).toEqual({ kind: 'garbage', why: 'task-message:appended: seq does not fit' });
  });

  it('never throws and never lets a key reach the prototype', () => {
    const types = fc.constantFrom('AgentContact', 'task-message:appended', 'AgentReloginSuccess', 'BuddyAgents', 'desktop-policy:changed', 'task-typing', 'Welcome');
    fc.assert(fc.property(types, fc.dictionary(fc.string(), fc.jsonValue()), (type, rest) => {
      parseFrame(JSON.stringify({ type, data: { interactionId: 'i1', ...rest, type } }));
    }));
    fc.assert(fc.property(fc.string(), (text) => { parseFrame(text); }));
    const hostile = `{"type":"RoutingMessage","data":{"type":"AgentContact","interactionId":"i1","interaction":{"interactionId":"i1","participants":{"__proto__":{"id":"x"}}}}}`;
    frameOf(hostile);
    expect(({} as Record<string, unknown>)['id']).toBeUndefined();
  });
});

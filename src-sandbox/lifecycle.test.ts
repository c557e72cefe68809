// The whole way of a chat, as protocol.md writes it: session, offer, accept, messages, end, wrap-up, next offer.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptNext, inbound, itemsOf, nth, outbound, startKit, wrapUpCode, type Kit } from './testing/kit.ts';

let kit: Kit;
beforeEach(async () => { kit = await startKit(); });
afterEach(() => kit.close());

describe('the session', () => {
  it('welcomes, tells that the agent is not logged in, and logs in', async () => {
    const sanne = await kit.desk(0);
    expect(sanne.frames[0]).toMatchObject({ type: 'Welcome', orgId: kit.sandbox.info.orgId, data: { agentId: sanne.id } });
    expect(await sanne.next('desktop-policy:changed')).toMatchObject({ policy: { masking: true } });
    expect((await sanne.api('POST', '/v1/agents/reload', {})).status).toBe(202);
    expect(await sanne.next('AgentReloginFailed')).toMatchObject({ reason: 'AGENT_NOT_FOUND' });
    expect((await sanne.api('POST', '/v1/agents/login', { dialNumber: '1001', teamId: nth(kit.sandbox.info.agents, 0).teamId, roles: ['agent'] })).status).toBe(202);
    const session = await sanne.next('AgentStationLoginSuccess');
    expect(session).toMatchObject({ subStatus: 'Idle', dialNumber: '1001' });
    expect(session.channelsMap['social']).toHaveLength(5);
  });

  it('refuses a login that cannot be', async () => {
    const sanne = await kit.desk(0);
    expect((await sanne.api('POST', '/v1/agents/login', { roles: ['agent'] })).status).toBe(400);
    await sanne.api('POST', '/v1/agents/login', { dialNumber: 'call me', roles: ['agent'] });
    expect(await sanne.next('AgentStationLoginFailed')).toMatchObject({ reason: 'INVALID_DIAL_NUMBER' });
    await sanne.api('POST', '/v1/agents/login', { dialNumber: '1001', teamId: 'nowhere', roles: ['agent'] });
    expect(await sanne.next('AgentStationLoginFailed')).toMatchObject({ reason: 'TEAM_NOT_FOUND' });
    await kit.ready(1);
    await sanne.api('POST', '/v1/agents/login', { dialNumber: '2001', roles: ['agent'] });
    expect(await sanne.next('AgentStationLoginFailed')).toMatchObject({ reason: 'DUPLICATE_LOCATION' });
  });

  it('changes state to what exists and nothing else', async () => {
    const sanne = await kit.ready(0);
    const state = (body: unknown) => sanne.api('PUT', '/v1/agents/session/state', body);
    expect((await state({ state: 'Idle' })).status).toBe(400);
    expect((await state({ state: 'RONA', auxCodeId: '0' })).status).toBe(400);
    await state({ state: 'Idle', auxCodeId: 'no such code' });
    expect(await sanne.next('AgentStateChangeFailed')).toMatchObject({ reason: 'INVALID_AUX_CODE' });
    const codes = itemsOf(await sanne.api('GET', `/organization/${kit.sandbox.info.orgId}/v2/auxiliary-code`));
    const lunch = codes.find((code) => code['name'] === 'Lunch')?.['id'];
    await state({ state: 'Idle', auxCodeId: lunch });
    expect(await sanne.next('AgentStateChangeSuccess')).toMatchObject({ subStatus: 'Idle', auxCodeId: lunch, changedBy: null });
    await kit.service('POST', `/sandbox/agents/${sanne.id}/state`, { state: 'Available', by: 'Marit Post' });
    expect(await sanne.next('AgentStateChangeSuccess')).toMatchObject({ subStatus: 'Available', changedByName: 'Marit Post' });
  });

  it('lists colleagues, and logs out by either verb unless a task is open', async () => {
    const sanne = await kit.ready(0);
    await sanne.api('POST', '/v1/agents/buddyList', { agentProfileId: 'p', mediaType: 'social', state: 'Available' });
    expect((await sanne.next('BuddyAgents')).agentList.map((buddy) => buddy.agentName)).toEqual(['Pieter Bakker', 'Joost Willems', 'Aylin Kaya', 'Noor Hendriks']);
    const taskId = await kit.openTask();
    await sanne.next('AgentContactReserved');
    await sanne.api('POST', '/v1/agents/logout', { logoutReason: 'User requested logout' });
    expect(await sanne.next('AgentLogoutFailed')).toMatchObject({ reason: 'AGENT_HAS_OPEN_TASKS' });
    await kit.service('POST', `/sandbox/tasks/${taskId}/customer`, { leave: 'close' });
    await sanne.next('ContactEnded');
    await sanne.api('PUT', '/v1/agents/logout', { logoutReason: 'User requested logout' });
    expect(await sanne.next('AgentLogoutSuccess')).toMatchObject({ loggedOutBy: null });
  });

  it('says who logged the agent out', async () => {
    const sanne = await kit.ready(0);
    await kit.service('POST', `/sandbox/agents/${sanne.id}/state`, { state: 'LoggedOut', by: 'Marit Post' });
    expect(await sanne.next('AgentLogoutSuccess')).toMatchObject({ loggedOutBy: 'Marit Post' });
  });

  it('displaces the first place when the agent signs in at a second', async () => {
    const first = await kit.desk(0);
    expect((await first.api('POST', '/v1/notification/subscribe', { force: false, clientType: 'Test' })).status).toBe(403);
    await kit.desk(0);
    await first.next('AGENT_MULTI_LOGIN');
    expect(await first.closed).toBe(4_001);
  });

  it('allows several places when multi-login is asked for', async () => {
    const first = await kit.desk(0, { allowMultiLogin: true });
    const second = await kit.desk(0, { allowMultiLogin: true });
    await kit.service('POST', '/sandbox/policy', { masking: false });
    for (const desk of [first, second]) {
      await desk.next('desktop-policy:changed');
      expect(await desk.next('desktop-policy:changed')).toMatchObject({ policy: { masking: false } });
    }
  });

  it('echoes the heartbeat and drops a client that is silent for 16 s', async () => {
    const sanne = await kit.desk(0, { isKeepAliveEnabled: true });
    sanne.socket.send('{"keepalive":"true"}');
    await expect.poll(() => sanne.texts.at(-1)).toBe('{"keepalive":"true"}');
    kit.clock.advance(15_999);
    expect(sanne.socket.readyState).toBe(sanne.socket.OPEN);
    kit.clock.advance(1);
    await sanne.closed;
  });

  it('makes an agent idle whose desktop is gone for good, and available again when it is back', async () => {
    const sanne = await kit.ready(0);
    sanne.socket.terminate();
    await sanne.closed;
    await expect.poll(() => { kit.clock.advance(50_000); return kit.ledger(); }).toContainEqual(expect.objectContaining({ kind: 'agentState', agentId: sanne.id, subStatus: 'Idle', reason: 'agent-wss-disconnect' }));
    const again = await kit.desk(0);
    await again.api('POST', '/v1/agents/reload', {});
    expect(await again.next('AgentReloginSuccess')).toMatchObject({ subStatus: 'Idle' });
    expect(await again.next('AgentStateChangeSuccess')).toMatchObject({ subStatus: 'Available' });
  });
});

describe('a chat', () => {
  it('goes from request to wrap-up, and the next one comes at once', async () => {
    await kit.service('POST', '/sandbox/settings', { capacity: 1 });
    await kit.colleaguesIdle();
    const sanne = await kit.ready(0);
    const taskId = await kit.openTask('Melissa Jansen');
    const second = await kit.openTask('Daan Visser');
    const reserved = await sanne.next('AgentContactReserved');
    expect(reserved).toMatchObject({ interactionId: taskId, ronaTimeout: 30, queueName: 'Repairs NL' });
    expect(reserved.interaction).toMatchObject({
      state: 'new', mediaType: 'social', mediaChannel: 'appleMessages',
      callProcessingDetails: { customerName: 'Melissa Jansen', customerNumber: '+31612347542', sourceNumber: '+31 85 555 01 42', virtualTeamName: 'Repairs NL' },
    });
    expect((await sanne.api('GET', `/v2/tasks/${taskId}/messages`)).status).toBe(403);
    kit.clock.advance(250);
    await sanne.next('AgentOfferContact');
    await sanne.api('POST', `/v1/tasks/${taskId}/accept`, {});
    expect(await sanne.next('AgentContactAssigned')).toMatchObject({ owner: sanne.id, interaction: { state: 'connected' } });

    const history = await sanne.api('GET', `/v2/tasks/${taskId}/messages?limit=200`);
    expect(history.body).toMatchObject({ data: [{ seq: 1, senderType: 'customer', capabilityList: 'LIST,TIME', deviceAgent: 'Mac OS X' }], meta: { firstSeq: 1, lastSeq: 1 } });
    for (const [index, text] of ['One', 'Two', 'Three'].entries()) {
      expect(await sanne.api('POST', `/v2/tasks/${taskId}/messages`, outbound(text, `out-${String(index)}`))).toMatchObject({ status: 201, body: { data: { id: `out-${String(index)}`, seq: index * 2 + 2 } } });
      expect((await kit.service('POST', `/v2/tasks/${taskId}/messages`, inbound(`Answer ${text}`))).status).toBe(201);
      expect(await sanne.next('task-message:appended')).toMatchObject({ seq: index * 2 + 2, senderType: 'agent', senderName: 'Sanne de Vries', messageDirection: 'OUTBOUND' });
      expect(await sanne.next('task-message:appended')).toMatchObject({ seq: index * 2 + 3, senderType: 'customer', channelParams: { message: { text: `Answer ${text}` } } });
    }
    await kit.service('POST', `/v2/tasks/${taskId}/typing`, { state: 'start' });
    expect(await sanne.next('task-typing')).toMatchObject({ senderType: 'customer', state: 'start' });

    expect((await sanne.api('POST', `/v1/tasks/${taskId}/end`, {})).status).toBe(202);
    expect(await sanne.next('AgentWrapup')).toMatchObject({ agentsPendingWrapUp: [sanne.id], interaction: { isTerminated: true } });
    expect((await sanne.api('POST', `/v2/tasks/${taskId}/messages`, outbound('Too late'))).status).toBe(409);
    await sanne.api('POST', `/v1/tasks/${taskId}/wrapup`, { auxCodeId: 'wrong', wrapUpReason: 'x' });
    expect(await sanne.next('AgentWrapupFailed')).toMatchObject({ reason: 'INVALID_AUX_CODE' });
    expect(sanne.count('AgentContactReserved')).toBe(1);
    await sanne.api('POST', `/v1/tasks/${taskId}/wrapup`, { auxCodeId: await wrapUpCode(sanne, kit.sandbox.info.orgId), wrapUpReason: 'Other' });
    await sanne.next('AgentWrappedUp');
    expect(await sanne.next('AgentContactReserved')).toMatchObject({ interactionId: second });
  });

  it('is given back whole after a reload, in every phase', async () => {
    const sanne = await kit.ready(0);
    const open = await kit.openTask('A');
    await acceptNext(kit, sanne);
    const ended = await kit.openTask('B');
    await acceptNext(kit, sanne);
    await sanne.api('POST', `/v1/tasks/${ended}/end`, {});
    const offered = await kit.openTask('C');
    await sanne.next('AgentContactReserved');
    await sanne.api('POST', '/v1/agents/reload', {});
    expect((await sanne.next('AgentReloginSuccess')).interactionIds).toEqual([open, ended, offered]);
    const states = new Map<string, string | undefined>();
    for (let turn = 0; turn < 3; turn += 1) {
      const contact = await sanne.next('AgentContact');
      states.set(contact.interactionId, contact.interaction?.state);
    }
    expect(states).toEqual(new Map([[open, 'connected'], [ended, 'wrapUp'], [offered, 'new']]));
  });

  it('tells who the customer is and lets the agent edit what may be edited', async () => {
    const sanne = await kit.ready(0);
    const taskId = await kit.openTask('Melissa Jansen', { globalVariables: { order: 'HV-204 881' } });
    await acceptNext(kit, sanne);
    expect((await sanne.api('GET', `/v2/tasks/${taskId}/customer`)).body).toMatchObject({ data: { name: 'Melissa Jansen' } });
    expect((await sanne.api('PATCH', `/v1/tasks/${taskId}`, { attributes: { order: 'HV-1' } })).status).toBe(202);
    expect((await sanne.next('ContactUpdated')).interaction?.callAssociatedData['order']?.value).toBe('HV-1');
    expect((await sanne.api('PATCH', `/v1/tasks/${taskId}`, { attributes: { other: 'x' } })).status).toBe(403);
    expect((await sanne.api('PATCH', `/v1/tasks/${taskId}`, { attributes: 7 })).status).toBe(400);
  });

  it('runs a workflow and tells how it ended', async () => {
    const sanne = await kit.ready(0);
    const taskId = await kit.openTask();
    await acceptNext(kit, sanne);
    expect((await sanne.api('POST', `/v2/tasks/${taskId}/workflows/warranty-check`, { attributes: {} })).status).toBe(400);
    expect((await sanne.api('POST', `/v2/tasks/${taskId}/workflows/unknown`, {})).status).toBe(404);
    expect((await sanne.api('POST', `/v2/tasks/${taskId}/workflows/warranty-check`, { attributes: { serial: '1' } })).status).toBe(202);
    kit.clock.advance(2_000);
    expect(await sanne.next('task:workflow-finished')).toMatchObject({ workflowId: 'warranty-check', outcome: 'succeeded' });
  });
});

// Outbound messages to a webhook, in the envelope and with the signature of Webex's custom messaging channel.
import { createHmac, randomUUID } from 'node:crypto';
import type { Centre } from '../model/centre.ts';
import type { StoredMessage } from '../model/records.ts';
import type { Task } from '../model/types.ts';

const PATIENCE_MS = 5_000;

/** Delivers in order, one at a time; what is not answered with 2xx is noted in the ledger and not tried again. */
export function deliverToWebhook({ world, listen }: Centre): void {
  let line = Promise.resolve();

  const deliver = async (url: string, secret: string, task: Task, message: StoredMessage): Promise<void> => {
    const body = JSON.stringify({
      id: randomUUID(), specversion: '1.0', type: 'task-message:appended', source: `/com/cisco/wxcc/${world.organisation.id}`,
      comciscoorgid: world.organisation.id, comciscotimestamp: world.clock.now(), datacontenttype: 'application/json',
      data: {
        taskId: task.id, origin: task.customer.id, destination: world.assets.get(task.assetId)?.address ?? '', messageDirection: message.messageDirection,
        senderType: message.senderType, senderId: message.senderId, channelType: message.channelType, channel: message.channel,
        channelParams: message.channelParams, createdTime: message.createdTime,
      },
    });
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    let status = 0;
    try {
      const response = await fetch(url, {
        method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS), headers: { 'content-type': 'application/json', 'X-WebexCC-Signature': signature },
      });
      status = response.status;
      await response.body?.cancel();
    } catch {
      // Nothing answered; the ledger says so.
    }
    world.ledger.note({ kind: 'webhook', taskId: task.id, seq: message.seq, status });
  };

  listen((happening) => {
    const { webhook } = world.settings;
    if (happening.kind !== 'appended' || happening.message.messageDirection !== 'OUTBOUND' || webhook === null) return;
    line = line.then(() => deliver(webhook.url, webhook.secret, happening.task, happening.message));
  });
}

// Small views for tests.
import { plainText } from '../../src-shared/domain/masking.ts';
import type { TaskPhaseView, TaskView } from '../../src-shared/ipc/view.ts';
import { emptyView } from '../../src-shared/ipc/view.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';

export const aView = (over: Partial<DeskView> = {}): DeskView => ({
  ...emptyView({ version: '1.2.3', electronVersion: '33.2.1', platform: 'linux', locale: 'en-GB', theme: 'system', contrast: 'system', masking: true }),
  session: { step: 'signedIn', station: { teamId: 't1', dialNumber: '1001' } },
  connection: { state: 'live', syncedAt: 0 },
  agent: {
    agentId: 'a1', name: 'Sanne de Vries', initials: 'SV', orgName: 'Halden & Vos', teamName: 'Service NL', status: { kind: 'available', since: 0 },
    changedBy: null, statusBusy: false, idleCodes: [{ id: 'lunch', name: 'Lunch', isDefault: false }], wrapUpCodes: [], capacity: 5, channels: { social: 5, chat: 0, email: 0, telephony: 0 },
  },
  ...over,
});

export const aTask = (taskId: string, over: Partial<TaskView> = {}): TaskView => ({
  taskId, phase: { name: 'connected', since: 0 }, connectedAt: 0, customerName: plainText(`Customer ${taskId}`), initials: 'C', customerNumber: plainText('+31 6 0000 0000'),
  sourceNumber: plainText('+31 85 555 01 42'), queueName: 'Repairs NL', agents: [], preview: null, unread: 0, unansweredSince: null, lastActivityAt: 0,
  customerTyping: false, customerLeft: false, assetRemoved: false, busy: null, ...over,
});

export const offeredAt = (since: number, ronaTimeoutMs = 30_000): TaskPhaseView => ({ name: 'offered', since, ronaAt: since + ronaTimeoutMs, ronaTimeoutMs });

export const tasksOf = (...tasks: readonly TaskView[]): DeskView['tasks'] => Object.fromEntries(tasks.map((task) => [task.taskId, task]));

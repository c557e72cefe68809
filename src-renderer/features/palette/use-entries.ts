// Everything the palette can lead to now: commands that somebody offers, requests, conversations, states, templates.
import { useEffect, useMemo } from 'react';
import { actionIds, keysOf, type ActionId } from '../../../src-shared/domain/shortcuts.ts';
import type { CommandArguments, CommandName } from '../../../src-shared/ipc/commands.ts';
import { acceptableIds, canDo, conversationIds, useCommand, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import type { IconName } from '../../ui/index.ts';
import type { PaletteEntry } from './search.ts';

type Command = { readonly [N in CommandName]: { readonly name: N; readonly args: CommandArguments<N> } }[CommandName];

export interface Entry extends PaletteEntry {
  readonly detail?: string;
  readonly icon: IconName;
  readonly keys?: string;
  /** What choosing it does. */
  readonly does: { readonly kind: 'action'; readonly id: ActionId; readonly about?: string } | { readonly kind: 'command'; readonly command: Command };
}

const icons: Readonly<Partial<Record<ActionId, IconName>>> = {
  settings: 'settings', acceptRequest: 'check', searchConversation: 'search', templates: 'template', transfer: 'swap', conference: 'conference', endConversation: 'end', details: 'panel', silent: 'bell', shortcuts: 'keyboard', about: 'info',
  reconnect: 'refresh', compose: 'text', longestWait: 'clock', signOut: 'end',
};

export function useEntries(): readonly Entry[] {
  const text = useText();
  const tasks = useDesk((view) => view.tasks);
  const codes = useDesk((view) => view.agent?.idleCodes);
  const capacity = useDesk((view) => view.agent?.capacity ?? 0);
  const templates = useDesk((view) => view.templates.list);
  useLibrary();
  const chosen = useDesk((view) => view.settings.shortcuts);
  const keyboard = useDesk((view) => (view.app.platform === 'mac' ? 'mac' : 'other'));
  return useMemo(() => {
    const command = (id: string, icon: IconName, name: string, does: Command, detail?: string): Entry => ({
      id, icon, name, does: { kind: 'command', command: does }, ...(detail !== undefined && { detail, words: detail }),
    });
    const requests = acceptableIds(tasks, capacity).flatMap((taskId) => {
      const task = tasks[taskId];
      return task === undefined ? [] : [command(`request:${taskId}`, 'messages', text('palette.request', { name: task.customerName.text }), { name: 'task.accept', args: { taskId } }, task.queueName)];
    });
    const conversations = conversationIds(tasks, 'longestWait').flatMap((taskId) => {
      const task = tasks[taskId];
      return task === undefined ? [] : [command(`task:${taskId}`, 'messages', task.customerName.text, { name: 'conversation.open', args: { taskId } }, `${task.queueName} · ${task.customerNumber.text}`)];
    });
    // The palette is open already.
    const actions = actionIds.filter((id) => id !== 'palette' && canDo(id)).map((id): Entry => {
      const [keys] = keysOf(id, chosen, keyboard);
      return { id: `action:${id}`, name: text(`shortcuts.action.${id}`), icon: icons[id] ?? 'right', does: { kind: 'action', id }, ...(keys !== undefined && { keys }) };
    });
    const status = (id: string, name: string, to: CommandArguments<'agent.setStatus'>['status']): Entry =>
      command(`status:${id}`, 'user', text('palette.status', { name }), { name: 'agent.setStatus', args: { status: to } });
    const states = codes === undefined ? [] : [status('', text('status.available'), { kind: 'available' }), ...codes.map(({ id, name }) => status(id, name, { kind: 'idle', auxCodeId: id }))];
    // A template is opened, not sent: the picker shows what it would be, and why it cannot be.
    const library = !canDo('templates') ? [] : Object.values(templates).map((one): Entry => ({
      id: `template:${one.id}`, name: text('palette.template', { name: one.name }), detail: one.category, words: `${one.category} ${one.words}`, icon: 'template', does: { kind: 'action', id: 'templates', about: one.id },
    }));
    return [...requests, ...conversations, ...actions, ...states, ...library];
  }, [text, tasks, codes, capacity, templates, chosen, keyboard]);
}

/** The library is read when it is first needed, and that may be here. */
function useLibrary(): void {
  const command = useCommand();
  const isMissing = useDesk((view) => view.templates.loadedAt === null && !view.templates.loading);
  useEffect(() => {
    if (isMissing && canDo('templates')) void command('template.load', {});
  }, [isMissing, command]);
}

// Simulated customers: they open chats, write, react to the agent a few seconds later (typing first), and leave.
import { isRecord } from '../../src-shared/wxcc/fields.ts';
import type { Centre } from '../model/centre.ts';
import { hasRoom, waitingIn } from '../model/lookup.ts';
import { appendInbound, typing } from '../model/messages.ts';
import { createTask, customerGone } from '../model/tasks.ts';
import type { Task, World } from '../model/types.ts';
import type { Cancel } from '../time/clock.ts';
import type { Random } from '../time/random.ts';
import { answersOf, type AnsweringWay } from './answering.ts';
import type { AppleWords, Said } from './apple-words.ts';
import { dialogues, personas, type Dialogue, type Persona } from './dialogues.ts';
import { deviceAt, type DeviceName } from './devices.ts';

interface Turn {
  readonly said: Said;
  /** null = after a natural pause. */
  readonly afterMs: number | null;
}

/** How a customer meets a question with something to choose. `pick` null = by chance. */
export interface Answering {
  readonly way: AnsweringWay;
  readonly pick: number | null;
  readonly afterMs: number | null;
}

interface Life {
  readonly task: Task;
  readonly dialogue: Dialogue | null;
  readonly persona: Persona;
  device: DeviceName;
  /** Messages from `device` so far. */
  written: number;
  answering: Answering;
  /** What the customer still has to say, one after each message of an agent. */
  readonly waiting: Turn[];
  /** Answers to questions; they come before anything else, without the agent writing again. */
  readonly owed: Turn[];
  leavesAfterLast: boolean;
  /** Thinks or types. */
  busy: Cancel | null;
  /** Has said everything and is about to go. */
  leaving: Cancel | null;
}

const answersByThemselves: Answering = { way: 'natural', pick: null, afterMs: null };
const answersNothing: Answering = { way: 'none', pick: null, afterMs: null };

export interface Customers {
  /** Opens a chat with a customer of the simulation. null = no business account is left for it. */
  readonly open: () => Task | null;
  /** Gives the customer of a task a dialogue; `dialogueId` null = any. False = there is no such dialogue. */
  readonly animate: (task: Task, dialogueId: string | null) => boolean;
  readonly say: (task: Task, text: string) => void;
  /** Says `text` after the agent's next message. `afterMs` null = after a natural pause. */
  readonly reply: (task: Task, text: string, afterMs: number | null) => void;
  readonly leave: (task: Task, ended: boolean) => void;
  readonly switchDevice: (task: Task, device: DeviceName) => void;
  readonly answer: (task: Task, answering: Answering) => void;
  /** Customers come by themselves while an agent has room for them. */
  readonly startArrivals: () => void;
}

export function createCustomers({ world, listen }: Centre, random: Random): Customers {
  const lives = new Map<string, Life>();
  const paced = (low: number, high: number): number => random.between(low, high) * world.settings.pace;
  const usual = (number: number): Persona => personas[number % personas.length] ?? personas[0];
  let arrived = 0;

  const lifeOf = (task: Task): Life => {
    const known = lives.get(task.id);
    if (known !== undefined) return known;
    const life: Life = { task, dialogue: null, persona: { name: task.customer.name, number: task.customer.number, mail: '' }, device: 'iPhone', written: 0, answering: answersNothing, waiting: [], owed: [], leavesAfterLast: false, busy: null, leaving: null };
    lives.set(task.id, life);
    return life;
  };

  const write = (life: Life, said: Said | { readonly type: 'close'; readonly text: '' }): void => {
    const { type, text, ...more } = typeof said === 'string' ? { type: 'text', text: said } : said;
    const { by, attachments, apple }: Partial<AppleWords> = more;
    const filled = text.replace('{phone}', life.persona.number).replace('{mail}', life.persona.mail).replace('{said}', () => lastOfAgent(life.task));
    const language = life.dialogue?.language ?? 'nl';
    appendInbound(world, life.task.id, {
      channelParams: { type, message: { aliasId: random.uuid(), text: filled, timestamp: world.clock.now(), ...(attachments && { attachments }) }, ...(apple && { apple }) },
      ...(by && { senderType: 'system' }),
      ...deviceAt(life.device, life.written),
      locale: language === 'nl' ? 'nl_NL' : 'en_GB',
      ...(life.dialogue === null ? {} : { intent: life.dialogue.intent, group: life.dialogue.group }),
    });
    life.written += 1;
  };

  const tellTyping = (life: Life, state: 'start' | 'end'): void => {
    typing(world, life.task, { senderType: 'customer', senderId: life.task.customer.id, senderName: life.task.customer.name }, state);
  };

  const stop = (life: Life): void => {
    life.busy?.();
    life.leaving?.();
    life.busy = life.leaving = null;
  };

  const leave = (task: Task, ended: boolean): void => {
    const life = lifeOf(task);
    stop(life);
    life.waiting.length = 0;
    life.owed.length = 0;
    if (ended) customerGone(world, task, true);
    else write(life, { type: 'close', text: '' });
  };

  const sayNext = (life: Life): void => {
    if (life.busy !== null) return;
    const next = life.owed.shift() ?? life.waiting.shift();
    if (next === undefined) return;
    life.leaving?.();
    life.leaving = null;
    const pause = next.afterMs ?? paced(1_500, 4_000);
    const typingTime = next.afterMs === null ? paced(1_000, 3_000) : 0;
    life.busy = world.after(pause, () => {
      tellTyping(life, 'start');
      life.busy = world.after(typingTime, () => {
        life.busy = null;
        tellTyping(life, 'end');
        write(life, next.said);
        if (life.owed.length > 0) sayNext(life);
        else if (life.waiting.length === 0 && life.leavesAfterLast) life.leaving = world.after(paced(8_000, 15_000), () => { leave(life.task, false); });
      });
    });
  };

  /** What answers a message of an agent, when it is a question. */
  const answersFor = (life: Life, channelParams: Readonly<Record<string, unknown>>): readonly Turn[] => {
    const { way, pick, afterMs } = life.answering;
    const choose = (count: number): number => (pick === null ? random.between(0, count - 1) : Math.min(pick, count - 1));
    return answersOf(channelParams, { ...life.persona, choose, now: world.clock.now() }, way, random).map((said) => ({ said, afterMs }));
  };

  listen((happening) => {
    if (happening.kind === 'appended' && happening.message.senderType === 'agent') {
      const life = lives.get(happening.task.id);
      if (life !== undefined) {
        life.owed.push(...answersFor(life, happening.message.channelParams));
        sayNext(life);
      }
    }
    if (happening.kind === 'ended') {
      const life = lives.get(happening.task.id);
      if (life !== undefined) stop(life);
      lives.delete(happening.task.id);
    }
  });

  const follow = (life: Life, dialogue: Dialogue): void => {
    life.waiting.push(...dialogue.replies.map((said) => ({ said, afterMs: null })));
    life.leavesAfterLast = dialogue.ending === 'leaves';
  };

  const open = (): Task | null => {
    const dialogue = random.pick(dialogues);
    const persona = usual(arrived);
    const queue = world.organisation.queues.find((entry) => entry.name === dialogue.queue) ?? world.organisation.queues[0];
    const asset = [...world.assets.values()].find((entry) => !entry.removed && entry.queueId === queue?.id) ?? [...world.assets.values()].find((entry) => !entry.removed);
    if (queue === undefined || asset === undefined) return null;
    arrived += 1;
    const created = createTask(world, {
      customerId: `urn:mbid:${random.uuid()}`, customerName: persona.name, customerNumber: persona.number, assetId: asset.id, queueId: queue.id,
      variables: [
        { name: 'order', displayName: 'Order', value: dialogue.order, agentEditable: true, agentViewable: true },
        { name: 'product', displayName: 'Product', value: dialogue.product, agentEditable: false, agentViewable: true },
      ],
    });
    if (!created.ok) return null;
    const life: Life = { task: created.value, dialogue, persona, device: dialogue.device, written: 0, answering: answersByThemselves, waiting: [], owed: [], leavesAfterLast: false, busy: null, leaving: null };
    lives.set(created.value.id, life);
    for (const said of dialogue.opening) write(life, said);
    follow(life, dialogue);
    return created.value;
  };

  const startArrivals = (): void => {
    const next = (ms: number): void => {
      world.after(ms, () => {
        if (roomForMore(world)) open();
        next(Math.max(250, paced(9_000, 22_000)));
      });
    };
    next(Math.max(250, paced(1_500, 2_500)));
  };

  return {
    open,
    animate: (task, dialogueId) => {
      const dialogue = dialogueId === null ? random.pick(dialogues) : dialogues.find((entry) => entry.id === dialogueId);
      if (dialogue !== undefined) follow(lifeOf(task), dialogue);
      return dialogue !== undefined;
    },
    say: (task, text) => { write(lifeOf(task), text); },
    reply: (task, text, afterMs) => { lifeOf(task).waiting.push({ said: text, afterMs }); },
    leave,
    switchDevice: (task, device) => {
      const life = lifeOf(task);
      life.device = device;
      life.written = 0;
    },
    answer: (task, answering) => { lifeOf(task).answering = answering; },
    startArrivals,
  };
}

/** What an agent wrote last; '' = nothing yet. */
function lastOfAgent(task: Task): string {
  const inner = task.messages.findLast((message) => message.senderType === 'agent')?.channelParams['message'];
  return isRecord(inner) && typeof inner['text'] === 'string' ? inner['text'] : '';
}

/** Somebody real has a place free, and nobody is waiting already. */
function roomForMore(world: World): boolean {
  if (world.organisation.queues.some((queue) => waitingIn(world, queue.id) > 0)) return false;
  return [...world.agents.values()].some((agent) => !agent.simulated && hasRoom(world, agent));
}

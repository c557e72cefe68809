// What the agent did, what Parley answered, and what the window ever showed: the agent's own ledger of a run.
import { isOffer } from '../../src-shared/domain/task.ts';
import type { DeskView, NoticeView } from '../../src-shared/ipc/view.ts';
import type { Answer } from './desk-process.ts';

export interface SentText {
  readonly taskId: string;
  readonly text: string;
  outcome: 'asked' | 'accepted' | 'refused' | 'lost';
  /** `maybe`: main was killed before it said. */
  takenBack: 'no' | 'maybe' | 'yes';
  /** Sent again by hand: its place among the others is not what it was. */
  retried: boolean;
}

interface DraftChange {
  readonly taskId: string;
  readonly change: (before: string) => string;
  outcome: 'asked' | 'done' | 'refused' | 'lost';
}

export interface Commanded {
  readonly name: 'accept' | 'end' | 'wrapUp';
  readonly taskId: string;
  outcome: 'asked' | 'done' | 'refused' | 'unknown' | 'lost';
}

export interface Book {
  readonly sends: readonly SentText[];
  readonly commands: readonly Commanded[];
  readonly chats: ReadonlyMap<string, string>;
  /** Customers' names whose request the window showed as one. */
  readonly offersSeen: (name: string) => boolean;
  /** Main goes: what was shown just now nobody can have seen. */
  readonly interrupted: () => void;
  /** The computer sleeps: nobody looks, and what main said last still comes in. Until `awake`, or main is another one. */
  readonly asleep: () => void;
  readonly awake: () => void;
  readonly notices: ReadonlyMap<string, NoticeView>;
  /** Things that must never be, seen as they happened. */
  readonly breaches: readonly string[];
  readonly chatOpened: (taskId: string, name: string) => void;
  readonly send: (taskId: string, text: string, answer: Promise<Answer>) => void;
  readonly typed: (taskId: string, text: string, answer: Promise<Answer>) => void;
  readonly drafted: (taskId: string, notes: string, answer: Promise<Answer>) => void;
  readonly takenBack: (text: string, answer: Promise<Answer>) => void;
  readonly retried: (text: string) => void;
  readonly commanded: (name: Commanded['name'], taskId: string, answer: Promise<Answer>) => void;
  readonly viewed: (view: DeskView) => void;
  readonly breach: (what: string) => void;
  /** Every text the compose box of a task may hold now. */
  readonly possibleDrafts: (taskId: string) => ReadonlySet<string>;
  readonly possibleNotes: (taskId: string) => ReadonlySet<string>;
}

/** Shown for less than this is not seen, ms of wall time. */
const GLANCE = 200;

const outcomeOf = (answer: Answer): 'done' | 'refused' | 'lost' => (answer === 'lost' ? 'lost' : answer.ok ? 'done' : 'refused');

export function createBook(): Book {
  const sends: SentText[] = [];
  const commands: Commanded[] = [];
  const drafts: DraftChange[] = [];
  const notes: DraftChange[] = [];
  const chats = new Map<string, string>();
  const offersShown = new Map<string, number>();
  const notices = new Map<string, NoticeView>();
  const breaches: string[] = [];
  let sleeping = false;

  const change = (list: DraftChange[], taskId: string, make: DraftChange['change'], answer: Promise<Answer>): void => {
    const entry: DraftChange = { taskId, change: make, outcome: 'asked' };
    list.push(entry);
    void answer.then((given) => { entry.outcome = outcomeOf(given); });
  };
  /** A change that was answered happened; one that was not may have. */
  const possible = (list: readonly DraftChange[], taskId: string): ReadonlySet<string> => {
    let texts = new Set(['']);
    for (const entry of list) {
      if (entry.taskId !== taskId || entry.outcome === 'refused') continue;
      const changed = [...texts].map(entry.change);
      texts = new Set(entry.outcome === 'done' ? changed : [...texts, ...changed]);
    }
    return texts;
  };

  /** What one look at the window can show to be wrong. */
  const look = (view: DeskView): void => {
    const items = Object.values(view.open?.items ?? {}).filter((item) => item.kind === 'message');
    const texts = new Set<string>();
    for (const item of items) {
      const text = item.content.text.text;
      if (texts.has(text)) breach(`shown twice: "${text}"`);
      texts.add(text);
    }
  };

  const forgetGlimpses = (): void => {
    for (const [name, at] of offersShown) if (performance.now() - at < GLANCE) offersShown.delete(name);
  };

  const breach = (what: string): void => { if (!breaches.includes(what)) breaches.push(what); };

  return {
    sends, commands, chats, notices, breaches, breach,
    offersSeen: (name) => offersShown.has(name),
    interrupted: () => {
      sleeping = false;
      forgetGlimpses();
    },
    asleep: () => {
      sleeping = true;
      forgetGlimpses();
    },
    awake: () => { sleeping = false; },
    chatOpened: (taskId, name) => { chats.set(taskId, name); },
    send: (taskId, text, answer) => {
      const entry: SentText = { taskId, text, outcome: 'asked', takenBack: 'no', retried: false };
      sends.push(entry);
      change(drafts, taskId, () => '', answer);
      void answer.then((given) => { entry.outcome = given === 'lost' ? 'lost' : given.ok ? 'accepted' : 'refused'; });
    },
    typed: (taskId, text, answer) => { change(drafts, taskId, () => text, answer); },
    drafted: (taskId, text, answer) => { change(notes, taskId, () => text, answer); },
    takenBack: (text, answer) => {
      const entry = sends.find((one) => one.text === text);
      if (entry === undefined) return;
      change(drafts, entry.taskId, (before) => (before === '' ? text : `${text}\n${before}`), answer);
      void answer.then((given) => { if (given === 'lost' || given.ok) entry.takenBack = given === 'lost' ? 'maybe' : 'yes'; });
    },
    retried: (text) => {
      const entry = sends.find((one) => one.text === text);
      if (entry !== undefined) entry.retried = true;
    },
    commanded: (name, taskId, answer) => {
      const entry: Commanded = { name, taskId, outcome: 'asked' };
      commands.push(entry);
      void answer.then((given) => {
        entry.outcome = given === 'lost' ? 'lost' : given.ok ? 'done' : given.failure.code === 'outcomeUnknown' ? 'unknown' : 'refused';
      });
    },
    viewed: (view) => {
      for (const task of sleeping ? [] : Object.values(view.tasks)) if (isOffer(task.phase)) offersShown.set(task.customerName.text, offersShown.get(task.customerName.text) ?? performance.now());
      for (const [id, notice] of Object.entries(view.notices)) notices.set(id, notice);
      if (view.session.step === 'signedInElsewhere') breach('told "signed in elsewhere" with one computer alone');
      look(view);
    },
    possibleDrafts: (taskId) => possible(drafts, taskId),
    possibleNotes: (taskId) => possible(notes, taskId),
  };
}

// Electron's side of a notification, with a class that stands for the system's: what it is given and what its events do.
import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { createPresenter, optionsOf, type Presenter, type SystemNotifications, type Toast } from './presenter.ts';

class FakeNotification extends EventEmitter {
  static all: FakeNotification[] = [];
  static supported = true;
  static readonly isSupported = (): boolean => FakeNotification.supported;
  state: 'made' | 'shown' | 'closed' = 'made';
  readonly options: NotificationConstructorOptions;
  constructor(options: NotificationConstructorOptions) {
    super();
    this.options = options;
    FakeNotification.all.push(this);
  }
  show(): void { this.state = 'shown'; }
  close(): void {
    this.state = 'closed';
    this.emit('close');
  }
}

const toast = (over: Partial<Toast> = {}): Toast => ({ title: 'Title', body: 'Body', urgency: 'normal', accept: null, reply: null, ...over });

function open(platform: NodeJS.Platform = 'linux'): { presenter: Presenter; said: string[]; show: (key: string, over?: Partial<Toast>) => FakeNotification } {
  FakeNotification.all = [];
  FakeNotification.supported = true;
  const said: string[] = [];
  const presenter = createPresenter(FakeNotification as unknown as SystemNotifications, platform, () => said.push('failed'));
  const show = (key: string, over: Partial<Toast> = {}): FakeNotification => {
    presenter.present(key, toast(over), {
      clicked: () => said.push(`clicked ${key}`), accepted: () => said.push(`accepted ${key}`), replied: (text) => said.push(`replied ${key} ${text}`),
    });
    const made = FakeNotification.all.at(-1);
    if (!made) throw new Error('none was made');
    return made;
  };
  return { presenter, said, show };
}

describe('presenter', () => {
  test('one for each chat: the new takes the place of the old, and only it is answered', () => {
    const { presenter, said, show } = open();
    const first = show('task:1');
    const second = show('task:1');
    const other = show('task:2');
    expect([first.state, second.state, other.state]).toEqual(['closed', 'shown', 'shown']);
    expect(presenter.shown()).toEqual(['task:1', 'task:2']);
    first.emit('click');
    second.emit('click');
    second.emit('click');
    expect(said).toEqual(['clicked task:1']);
    expect(presenter.shown()).toEqual(['task:2']);
  });

  test('what is taken away, closed by the agent, or failed is not on the screen', () => {
    const { presenter, said, show } = open();
    show('a');
    show('b').emit('close');
    show('c').emit('failed', {}, 'no service');
    presenter.dismiss('a');
    expect(presenter.shown()).toEqual([]);
    expect(said).toEqual(['failed']);
  });

  test('Accept and Reply are answered through the same door as the click', () => {
    const { said, show } = open('darwin');
    show('request', { accept: 'Accept' }).emit('action', {}, 0);
    show('message', { reply: 'Reply' }).emit('reply', {}, 'On my way');
    expect(said).toEqual(['accepted request', 'replied message On my way']);
  });

  test.each<[NodeJS.Platform, boolean]>([['linux', false], ['darwin', true], ['win32', true]])('on %s buttons are offered: %s', (platform, offered) => {
    const options = optionsOf(toast({ accept: 'Accept', reply: 'Reply' }), platform);
    expect([options.actions !== undefined, options.hasReply === true]).toEqual([offered, offered]);
  });

  test('only what is critical stays until it is answered; Parley makes its own sound', () => {
    expect(optionsOf(toast({ urgency: 'critical' }), 'linux')).toMatchObject({ urgency: 'critical', timeoutType: 'never', silent: true });
    expect(optionsOf(toast(), 'linux')).toMatchObject({ urgency: 'normal', timeoutType: 'default', silent: true });
  });

  test('the body is not read as markup, and stays one line that cannot turn its direction', () => {
    const body = 'a <b>bold</b> & b\nc\u202etxt.exe';
    expect(optionsOf(toast({ body }), 'linux').body).toBe('a &lt;b&gt;bold&lt;/b&gt; &amp; b c txt.exe');
    expect(optionsOf(toast({ body }), 'darwin').body).toBe('a <b>bold</b> & b c txt.exe');
    expect(optionsOf(toast({ title: 'x\r\ny' }), 'linux').title).toBe('x y');
  });

  test('without a service nothing is shown, and that is the answer', () => {
    const { presenter } = open();
    FakeNotification.supported = false;
    const none = { clicked: () => undefined, accepted: () => undefined, replied: () => undefined };
    expect(presenter.present('a', toast(), none)).toEqual({ kind: 'failed', reason: 'unsupported' });
    expect(FakeNotification.all).toEqual([]);
  });
});

// Answers find their questions, reactions their messages, and large answers what came of them.
import { describe, expect, it } from 'vitest';
import { plainText, type MaskedText } from '../domain/masking.ts';
import type { RequestKeys, Rich } from '../domain/rich.ts';
import type { ContentView, ItemView } from './view.ts';
import { tiesOf } from './ties.ts';

const noKeys: RequestKeys = { request: null, session: null };
const by = (request: string | null, session: string | null = null): RequestKeys => ({ request, session });
const yes = { key: 'y', title: plainText('Yes'), subtitle: null };

const item = (itemId: string, from: 'self' | 'customer', content: ContentView, at = 0): ItemView => ({
  kind: 'message', itemId, order: Number(itemId.replace(/\D/g, '')), at, from, role: from === 'self' ? 'agent' : 'customer', name: '', content, delivery: { state: 'sent' },
});
const rich = (itemId: string, from: 'self' | 'customer', what: Rich<MaskedText>, at = 0): ItemView => item(itemId, from, { kind: 'rich', text: plainText(''), rich: what }, at);
const question = (itemId: string, keys: RequestKeys, title = 'Fine?'): ItemView => rich(itemId, 'self', { kind: 'quickReply', keys, title: plainText(title), choices: [yes] });
const answer = (itemId: string, keys: RequestKeys, title: string | null = null): ItemView =>
  rich(itemId, 'customer', { kind: 'choiceAnswer', of: 'quickReply', keys, choices: [yes], title: title === null ? null : plainText(title) });
const words = (itemId: string, text: string): ItemView => item(itemId, 'self', { kind: 'text', text: plainText(text) });
const tapback = (itemId: string, emoji: string, quoted: string | null): ItemView =>
  rich(itemId, 'customer', { kind: 'tapback', emoji, quoted: quoted === null ? null : plainText(quoted), words: plainText('') });

const questions = (...items: ItemView[]): Record<string, string> => Object.fromEntries([...tiesOf(items).questions].map(([id, asked]) => [id, asked.itemId]));

describe('an answer', () => {
  it('belongs to the question of its request, else of its session', () => {
    expect(questions(question('q1', by('a', 's')), question('q2', by('b', 's')), answer('a3', by('a')), answer('a4', by('gone', 's')))).toEqual({ a3: 'q1', a4: 'q2' });
  });

  it('that names neither belongs to the newest open question of its kind and title', () => {
    expect(questions(question('q1', noKeys, 'One'), question('q2', noKeys, 'Two'), answer('a3', noKeys), answer('a4', noKeys), answer('a5', noKeys))).toEqual({ a3: 'q2', a4: 'q1' });
    expect(questions(question('q1', noKeys, 'One'), question('q2', noKeys, 'Two'), answer('a3', noKeys, 'One'))).toEqual({ a3: 'q1' });
  });

  it('to a question that is not loaded, or asked later, belongs to none', () => {
    expect(questions(question('q1', by('a')), answer('a2', by('b')))).toEqual({});
    expect(questions(answer('a1', by('a')), question('q2', by('a')))).toEqual({});
    expect(questions(question('q1', noKeys), rich('a2', 'customer', { kind: 'formAnswer', keys: noKeys, title: null, pages: [] }))).toEqual({});
  });

  it('given again is the one that counts', () => {
    const ties = tiesOf([question('q1', by('a')), answer('a2', by('a')), answer('a3', by('a'))]);
    expect(ties.answers.get('q1')?.itemId).toBe('a3');
    expect([...ties.questions.keys()]).toEqual(['a2', 'a3']);
  });
});

describe('a reaction', () => {
  it('sits on the newest message of ours that it quotes, also cut short', () => {
    const ties = tiesOf([words('w1', 'Hello'), words('w2', 'Hello'), tapback('t3', '👍', 'Hello'), tapback('t4', '❤️', 'Hello'), words('w5', 'A long story of a dryer'), tapback('t6', '‼️', 'A long story…')]);
    expect(Object.fromEntries(ties.reactions)).toEqual({ w2: '👍❤️', w5: '‼️' });
    expect([...ties.placed]).toEqual(['t3', 't4', 't6']);
  });

  it('without words sits on the newest card, and without a message keeps its own row', () => {
    const ties = tiesOf([question('q1', noKeys), words('w2', 'Hello'), tapback('t3', '👍', null), tapback('t4', '👍', 'Never said'), tapback('t5', '👍', 'Hel')]);
    expect(Object.fromEntries(ties.reactions)).toEqual({ q1: '👍' });
    expect([...ties.placed]).toEqual(['t3']);
  });
});

describe('a large answer', () => {
  const large = (itemId: string, title: string | null, at = 0): ItemView => rich(itemId, 'customer', { kind: 'deferred', keys: noKeys, title: title === null ? null : plainText(title) }, at);
  const content = (itemId: string, title: string | null, at: number): ItemView => rich(itemId, 'customer', { kind: 'formAnswer', keys: noKeys, title: title === null ? null : plainText(title), pages: [] }, at);

  it('gives way to its content, once', () => {
    expect([...tiesOf([large('d1', 'Form'), large('d2', 'Form'), content('c3', 'Form', 1_000)]).placed]).toEqual(['d1']);
  });

  it('stays when what comes is another, or comes too late', () => {
    expect([...tiesOf([large('d1', 'Form'), content('c2', 'Other', 1_000)]).placed]).toEqual([]);
    expect([...tiesOf([large('d1', 'Form'), content('c2', 'Form', 3_600_000)]).placed]).toEqual([]);
  });
});

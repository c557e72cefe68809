// Masking of rich content: each of its texts, values that go over several of them, and what an agent marked.
import { expect, it } from 'vitest';
import type { Message } from '../../src-shared/domain/message.ts';
import { textsOf, type Rich } from '../../src-shared/domain/rich.ts';
import { createMasker, type Finding, type Marking } from '../masking/index.ts';
import { joinMasked, placeIn, projectRich, richText } from './rich-projection.ts';

const masker = createMasker({ regions: ['NL', 'GB'] });
const keys = { request: '4111111111111111', session: null };

function project(rich: Rich<string>, { masking = true, more = [] as readonly Marking[] } = {}): readonly string[] {
  const message = { content: { kind: 'rich', rich, addresses: [] } } as unknown as Message;
  const hidden = (): readonly (Finding | Marking)[] => [...(masking ? masker.find(richText(rich)) : []), ...more];
  const projected = projectRich(message, rich, { masker, masking, hidden });
  expect(JSON.stringify(projected)).not.toContain('4111');
  return textsOf(projected).map(({ text }) => text);
}

it('hides a value wherever it stands, and in ids', () => {
  expect(project({ kind: 'choiceAnswer', of: 'listPicker', keys, choices: [{ key: '4111111111111111', title: 'Call +447966197542', subtitle: 'or mail melissa@gmail.com' }], title: 'How?' }))
    .toEqual(['Call *********7542', 'or mail m******@gmail.com', 'How?']);
  expect(project({ kind: 'richLink', title: 'Pay 4111111111111111', host: 'shop.example', opens: true })).toEqual(['Pay ************1111', 'shop.example']);
});

it('shows nothing of a value that goes over several texts but what the last of them may', () => {
  const texts = project({ kind: 'formAnswer', keys, title: null, pages: [{ key: 'a', question: 'Card', values: ['4111 1111 1111', '1111'] }] }).join(' ');
  expect(texts.replace(/\D/g, '').length).toBeLessThanOrEqual(4);
});

it('hides what an agent marked also while policy masks nothing', () => {
  const rich: Rich<string> = { kind: 'quickReply', keys, title: 'Hello Jan', choices: [{ key: 'j', title: 'Jan', subtitle: null }] };
  expect(project(rich, { masking: false, more: [{ start: 10, end: 13, type: 'MARKED' }] })).toEqual(['Hello Jan', '***']);
});

it('finds the place of a file behind what was hidden before it', () => {
  const text = 'Call +447966197542 now';
  const hidden = masker.find(text);
  const masked = masker.maskWith(text, hidden);
  expect(masked.text.slice(0, placeIn(masked, hidden, text.length - 4))).toBe('Call *********7542');
  expect(masked.text.slice(0, placeIn(masked, hidden, 8))).toBe('Call *********7542');
  expect(placeIn(masked, hidden, 0)).toBe(0);
});

it('joins masked texts with their spans', () => {
  const joined = joinMasked([masker.mask('+447966197542'), masker.mask('x'), masker.mask('melissa@gmail.com')], ', ');
  expect(joined.spans.map(({ start, end }) => joined.text.slice(start, end))).toEqual(['*********7542', 'm******@gmail.com']);
});

// Values split over several messages, and the live form that costs a bounded window a message.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { type ConversationMessage, type ScannedMessage, TAIL_LENGTH, createMasker } from './index.ts';
import { card, iban, seededDice } from './testing/generate.ts';

const masker = createMasker({ regions: ['US', 'GB', 'NL', 'DE', 'FR'] });
const from = (sender: string, ...texts: readonly string[]): ConversationMessage[] => texts.map((text) => ({ sender, text }));

function shown(messages: readonly ConversationMessage[]): string[] {
  const findings = masker.findInConversation(messages);
  return messages.map(({ text }, i) => masker.maskWith(text, findings[i] ?? []).text);
}

describe('split values', () => {
  test.each<readonly [name: string, texts: readonly string[], masked: readonly string[]]>([
    ['a card in four', ['my card', '4111', '1111', '1111', '1111'], ['my card', '****', '****', '****', '1111']],
    ['a card in halves with its details', ['card 4111 1111', '1111 1111', 'exp 12/27', 'cvv 123'], ['card ********', '****1111', 'exp *****', 'cvv ***']],
    ['a card with its details in one more message', ['4111 1111 1111 1111', '12/27 123'], ['************1111', '***** ***']],
    ['an IBAN in six', ['DE89', '3704', '0044', '0532', '0130', '00'], ['****', '****', '****', '****', '**30', '00']],
    ['an IBAN in halves', ['IBAN NL91 ABNA', '0417 1643 00 thanks'], ['IBAN ********', '******4300 thanks']],
    ['an SSN', ['my ssn is', '123', '45', '6789'], ['my ssn is', '***', '**', '6789']],
    ['a phone number', ['call me', '06', '1234', '5678'], ['call me', '**', '****', '5678']],
    ['an international number', ['+31 6', '1234 5678'], ['****', '****5678']],
    ['an address torn before its sign', ['jan.de.vries', '@ziggo.nl'], ['j***********', '@ziggo.nl']],
    ['an address torn after its sign', ['my mail is jan77@', 'gmail.com'], ['my mail is j****@', 'gmail.com']],
    ['an address in three', ['jan77', '@', 'gmail.com'], ['j****', '@', 'gmail.com']],
    ['an address torn before its ending', ['jan77@gmail', '.com'], ['j****@gmail', '.com']],
  ])('%s', (_, texts, masked) => {
    expect(shown(from('customer', ...texts))).toEqual(masked);
  });

  test('an answer between the parts does not hide them from us', () => {
    expect(shown([...from('customer', '4111 1111'), ...from('agent', 'Please do not send card numbers.'), ...from('customer', '1111 1111')]))
      .toEqual(['********', 'Please do not send card numbers.', '****1111']);
  });

  test('the parts of two senders are not one value', () => {
    const messages = [...from('customer', '4111 1111'), ...from('agent', '1111 1111')];
    expect(shown(messages)).toEqual(['4111 1111', '1111 1111']);
  });

  test('a question says what the bare answer is', () => {
    expect(shown([...from('agent', 'What is your social security number?'), ...from('customer', '123456789')]).at(-1)).toBe('*****6789');
    expect(shown([...from('agent', 'What is your order number?'), ...from('customer', '123456789')]).at(-1)).toBe('123456789');
  });

  test('a value found alone stays when more follows', () => {
    expect(shown(from('customer', 'my card is 4111 1111 1111 1111', 'thanks', 'bye'))).toEqual(['my card is ************1111', 'thanks', 'bye']);
  });
});

describe('harmless conversations', () => {
  test.each<readonly (readonly string[])[]>([
    [['order 4512', 'and 2350', 'and 4333', 'and 3005']], [['size 42', '2 pairs', 'delivery 22-05']], [['10:30?', '11:00', 'or 12:15']], [['room 3554', 'building 3400', 'floor 22']],
    [['I have 2 questions', '1234', 'yes 5678 is the code']], [['1', '2', '3', '4', '5', '6', '7', '8', '9']], [['2019', '2020', '2021', '2022']], [['look', '@acme.nl']], [['see you at', '5', '10 latest']], [['at 12', 'or 13', '14 is fine too', '15 no']],
    [['12345678', 'order', '87654321']], [['nl', '12', 'stuks']], [['my ssn?', 'no, my order', '1234']], [['call me', 'at 10', '30 12 is too late']],
  ])('%j', (texts) => {
    expect(masker.findInConversation(from('customer', ...texts)).flat()).toEqual([]);
  });
});

describe('the live form', () => {
  const chatter = fc.array(fc.record({
    sender: fc.constantFrom('customer', 'agent'),
    text: fc.constantFrom('hi', 'ok', '4111', '1111', '4111 1111', '1111 1111', 'my card is', '06', '1234', '5678', 'call me', 'ssn?', '123', '45', '6789', 'jan', '@ziggo.nl', 'NL91 ABNA', '0417 1643 00', 'exp 12/27', 'a longer message that says nothing of note'),
  }), { maxLength: 40 });

  test('gives the same as the whole conversation at once', () => {
    fc.assert(fc.property(chatter, (messages) => {
      const live: ScannedMessage[] = [];
      for (const message of messages) {
        const start = Math.max(0, live.length - TAIL_LENGTH);
        const { findings, updates } = masker.append(live.slice(start), message);
        for (const { index, findings: all } of updates) live[start + index] = { ...(live[start + index] ?? message), findings: all };
        live.push({ ...message, findings });
      }
      expect(live.map(({ findings }) => findings)).toEqual(masker.findInConversation(messages));
    }), { numRuns: 300 });
  });

  test('findings stay in order and apart', () => {
    fc.assert(fc.property(chatter, (messages) => {
      masker.findInConversation(messages).forEach((findings, i) => {
        let end = 0;
        for (const finding of findings) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(messages[i]?.text.length ?? 0);
      });
    }), { numRuns: 300 });
  });

  test('names only the earlier messages that change', () => {
    const tail = from('customer', 'hello', '4111 1111').map((message) => ({ ...message, findings: [] }));
    const { findings, updates } = masker.append(tail, { sender: 'customer', text: '1111 1111' });
    expect(findings.map(({ type, shown: mask }) => [type, mask])).toEqual([['CARD', '****1111']]);
    expect(updates.map(({ index }) => index)).toEqual([1]);
    expect(masker.append(tail, { sender: 'customer', text: 'never mind' })).toEqual({ findings: [], updates: [] });
  });

  test('finds cards and IBANs however they are cut into up to six', () => {
    const dice = seededDice(11);
    for (let run = 0; run < 300; run += 1) {
      const value = dice(2) === 0 ? card(dice) : iban(dice);
      const size = Math.ceil(value.length / (2 + dice(5)) / 4) * 4;
      const parts = value.match(new RegExp(`.{1,${String(size)}}`, 'g')) ?? [];
      const hidden = shown(from('customer', 'my card or account is', ...parts)).slice(1).join('');
      expect(hidden.replace(/\*/g, '').length, parts.join(' | ')).toBeLessThanOrEqual(4);
    }
  });
});

import { expect, test } from 'vitest';
import { isSendKey } from './send-key.ts';
import type { SendKeyEvent } from './send-key.ts';

const press = (change: Partial<SendKeyEvent>): SendKeyEvent => ({
  key: 'Enter', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, keyCode: 13, ...change,
});

test.each([
  ['Enter', press({}), true],
  ['Shift+Enter', press({ shiftKey: true }), false],
  ['Ctrl+Enter', press({ ctrlKey: true }), false],
  ['Alt+Enter', press({ altKey: true }), false],
  ['Enter that ends a composition', press({ isComposing: true }), false],
  ['Enter taken by an input method after its end event', press({ keyCode: 229 }), false],
  ['another key', press({ key: 'e', keyCode: 69 }), false],
])('%s', (_, event, sends) => {
  expect(isSendKey(event)).toBe(sends);
});

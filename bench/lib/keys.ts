// Keys pressed at a steady pace, and how long it takes until what they did is painted.
import { nowMs } from './app.ts';
import type { DevTools } from './devtools.ts';

const KEYS_PER_SECOND = 15;

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, Math.max(0, ms)));

/** Calls `act` `count` times, `perSecond` times a second, without drifting. */
export async function inStep(count: number, perSecond: number, act: (index: number) => void): Promise<void> {
  const begin = nowMs();
  for (let index = 0; index < count; index += 1) {
    await pause(begin + (index * 1000) / perSecond - nowMs());
    act(index);
  }
}

/** Focuses a field; from now on the page notes the ms from each press in it to the end of the frame after its input. */
export const watchKeys = (page: DevTools, field: string): Promise<void> => page.evaluate<undefined>(`(() => {
  const box = document.querySelector(${JSON.stringify(field)});
  box.focus();
  window.benchKeys = [];
  let pressedAt = 0;
  box.addEventListener('keydown', ({ timeStamp }) => { pressedAt = timeStamp; }, true);
  box.addEventListener('input', () => {
    const from = pressedAt;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.benchKeys.push(performance.now() - from);
      port2.postMessage(null);
    });
  }, true);
})()`);

const codeOf = (key: string): string => (key === ' ' ? 'Space' : /\d/.test(key) ? `Digit${key}` : /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key);
const numberOf = (key: string): number => (key === 'Backspace' ? 8 : key.toUpperCase().charCodeAt(0));

/** Presses keys (characters or `Backspace`) in the watched field; answers what was noted of them. */
export async function pressed(page: DevTools, keys: readonly string[]): Promise<number[]> {
  await page.evaluate('window.benchKeys.length = 0');
  await inStep(keys.length, KEYS_PER_SECOND, (index) => {
    const key = keys[index] ?? '';
    const common = { key, code: codeOf(key), windowsVirtualKeyCode: numberOf(key) };
    void page.call('Input.dispatchKeyEvent', { type: 'keyDown', ...common, ...(key.length === 1 && { text: key }) });
    void page.call('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
  });
  await pause(500);
  return page.evaluate<number[]>('window.benchKeys');
}

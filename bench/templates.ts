// Templates: from a key press in the search field to the painted list, in a library of a thousand. The floor is a bare text box.
import { startApp } from './lib/app.ts';
import { openCentre, untilLive } from './lib/centre.ts';
import { pause, pressed, watchKeys } from './lib/keys.ts';
import { percentileRow, type Section } from './lib/report.ts';

const LIBRARY = 1_000;
const TERMS = ['warranty 4', 'repair', 'monteur', 'de 12'];

/** Every term written letter by letter and taken away again: from the whole library to a few, and back. */
const KEYS = Array.from({ length: 4 }, () => TERMS).flat().flatMap((term) => [...Array.from(term), ...Array.from(term, () => 'Backspace')]);

async function ofParley(env: Readonly<Record<string, string>>): Promise<number[]> {
  const { page, close } = await startApp('parley', env);
  try {
    await untilLive(page, 1);
    await page.evaluate(`(async () => {
      const until = async (find) => { for (;;) { const found = find(); if (found) return found; await new Promise(requestAnimationFrame); } };
      const { view } = await window.parley.snapshot();
      await window.parley.command('conversation.open', { taskId: Object.keys(view.tasks)[0] });
      (await until(() => document.querySelector('textarea'))).focus();
    })()`);
    await page.call('Input.dispatchKeyEvent', { type: 'keyDown', key: '/', code: 'Slash', text: '/', windowsVirtualKeyCode: 191 });
    await page.evaluate(`(async () => { while (document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') !== '${String(LIBRARY)}') await new Promise(requestAnimationFrame); })()`);
    await watchKeys(page, '[role=dialog] [role=combobox]');
    await pause(1_000);
    return await pressed(page, KEYS);
  } finally {
    await close();
  }
}

async function ofFloor(): Promise<number[]> {
  const { page, close } = await startApp('floor', { PARLEY_FLOOR_PAGE: 'echo.html' });
  try {
    await watchKeys(page, 'textarea');
    await pause(500);
    return await pressed(page, KEYS);
  } finally {
    await close();
  }
}

export async function measureTemplates(runs: number): Promise<Section> {
  const parley: number[] = [];
  const floor: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    floor.push(...await ofFloor());
    const centre = await openCentre(1, 2, { templateCount: LIBRARY });
    try {
      parley.push(...await ofParley(centre.env));
    } finally {
      await centre.close();
    }
  }
  const what = `key press to painted, search in ${LIBRARY.toLocaleString('en')} templates`;
  return {
    name: 'templates',
    rows: [percentileRow({ what, unit: 'ms', parley, floor, budget: '≤ 33 ms' }, 0.5), percentileRow({ what, unit: 'ms', parley, floor, budget: '≤ 50 ms' }, 0.99)],
    remarks: [`${String(parley.length)} keys in ${String(runs)} runs: ${TERMS.map((term) => `“${term}”`).join(', ')} written and taken away.`],
  };
}

// The command as people run it: a line in, a line out, bad lines reported with their number.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/mask.mjs', import.meta.url));
const run = (input: string, ...options: readonly string[]) => spawnSync(process.execPath, [script, ...options], { input, encoding: 'utf8' });

describe('the mask command', () => {
  test('masks plain lines', () => {
    const { stdout, status } = run('mail jan@ziggo.nl\nhello\n');
    expect(stdout).toBe('mail j**@ziggo.nl\nhello\n');
    expect(status).toBe(0);
  });

  test('answers labelled lines with spans and the masked text', () => {
    const { stdout, status } = run(`${JSON.stringify({ id: 'a', text: 'call +447966197542' })}\n${JSON.stringify({ id: 'b', messages: ['card 4111 1111', '1111 1111'] })}\n`, '--json');
    expect(stdout.trim().split('\n').map((line): unknown => JSON.parse(line))).toEqual([
      { id: 'a', spans: [{ start: 5, end: 18, type: 'PHONE' }], masked: 'call *********7542' },
      { id: 'b', spans: [{ msg: 0, start: 5, end: 14, type: 'CARD' }, { msg: 1, start: 0, end: 9, type: 'CARD' }], masked: ['card ********', '****1111'] },
    ]);
    expect(status).toBe(0);
  });

  test('reports bad lines with their number, runs the rest and fails', () => {
    const { stdout, stderr, status } = run('{"id":1,"text":"a@b.co"}\nnot json 4111111111111111\n[]\n{"id":4}\n{"id":5,"text":"ok"}\n', '--json');
    const lines = stdout.trim().split('\n').map((line) => JSON.parse(line) as { readonly line?: number; readonly error?: string; readonly id?: number });
    expect(lines.map(({ id, line }) => id ?? line)).toEqual([1, 2, 3, 4, 5]);
    expect(lines.map(({ error }) => error !== undefined)).toEqual([false, true, true, true, false]);
    expect(stderr).toMatch(/^line 2: /m);
    expect(stdout + stderr).not.toContain('4111');
    expect(status).toBe(1);
  });

  test('takes the regions', () => {
    expect(run('06-12345678\n', '--regions', 'US').stdout).toBe('06-12345678\n');
    expect(run('06-12345678\n', '--regions', 'NL').stdout).toBe('*******5678\n');
  });

  test('explains itself when asked wrongly', () => {
    const { stderr, status } = run('', '--nonsense');
    expect(stderr).toContain('Usage');
    expect(status).toBe(2);
  });
});

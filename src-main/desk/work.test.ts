import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noWork, openWork, type Work, type WorkFile } from './work.ts';

/** A disk that can be cut off: what was written before the cut is there, nothing of what came after. */
function disk(content: unknown = null): WorkFile & { content: unknown; writes: number; fail: boolean } {
  const file = {
    content, writes: 0, fail: false, durable: true,
    read: () => Promise.resolve(file.content),
    write: async (next: unknown) => {
      await Promise.resolve();
      if (file.fail) throw new Error('disk full');
      file.writes += 1;
      file.content = structuredClone(next);
    },
  };
  return file;
}

const draft = (text: string) => (work: Work): Work => ({ ...work, drafts: { ...work.drafts, t1: text } });

describe('work', () => {
  test('a change is on disk when its promise resolves', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 20 }), async (texts) => {
      const file = disk();
      const work = await openWork(file);
      await Promise.all(texts.map(async (text, index) => {
        await work.change(draft(text));
        // What is on disk is this change or a later one.
        expect(texts.slice(index)).toContain((file.content as Work).drafts['t1']);
      }));
      expect((await openWork(file)).current()).toEqual(work.current());
    }));
  });

  test('changes made during a write share the next one', async () => {
    const file = disk();
    const work = await openWork(file);
    await Promise.all(Array.from({ length: 50 }, (_, index) => work.change(draft(String(index)))));
    expect(file.writes).toBe(2);
  });

  test('a full disk rejects the change, keeps it in memory, and the next write carries it', async () => {
    const file = disk();
    const work = await openWork(file);
    file.fail = true;
    await expect(work.change(draft('kept'))).rejects.toThrow('disk full');
    file.fail = false;
    await work.change((now) => ({ ...now, openTaskId: 't1' }));
    expect(file.content).toMatchObject({ drafts: { t1: 'kept' }, openTaskId: 't1' });
  });

  test('a file of an earlier release is read, and what waits in it may have been sent', async () => {
    const entry = { aliasId: 'a', taskId: 't1', number: 1, text: 'Hello', createdAt: 1, attempts: 0, state: { name: 'queued', notBefore: 0 } };
    const { text, ...rest } = entry;
    const work = await openWork(disk({ outbox: [entry], drafts: {}, wrapUps: {}, openTaskId: null }));
    expect(work.current()).toEqual({ ...noWork, outbox: [{ ...rest, content: { kind: 'text', text }, origin: null, unanswered: true }] });
  });

  test('content of another shape is not taken for work', async () => {
    const work = await openWork(disk({ outbox: 'garbage' }));
    expect(work.current()).toEqual(noWork);
  });
});

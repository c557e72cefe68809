// The system's windows for choosing files, and the only code that reads and writes files the agent chose.
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

/** As `desk/outside-files.ts` has them: the shell does not know the desk. */
export interface ChosenFile {
  readonly fileName: string;
  readonly size: number;
  readonly pieces: () => AsyncIterable<Uint8Array>;
}
export interface SaveTarget {
  readonly write: (bytes: AsyncIterable<Uint8Array>) => Promise<'written' | 'broken' | 'failed'>;
}

async function chosen(path: string): Promise<ChosenFile | null> {
  const facts = await stat(path).catch(() => null);
  // A folder, a socket: nothing that can be sent.
  if (facts?.isFile() !== true) return null;
  return { fileName: basename(path), size: facts.size, pieces: () => createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer> };
}

export async function chooseFiles(): Promise<readonly ChosenFile[]> {
  const options: Electron.OpenDialogOptions = { properties: ['openFile', 'multiSelections'] };
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  if (canceled) return [];
  return (await Promise.all(filePaths.map(chosen))).filter((file) => file !== null);
}

export async function chooseTarget(suggestedName: string): Promise<SaveTarget | null> {
  const options: Electron.SaveDialogOptions = { defaultPath: join(app.getPath('downloads'), suggestedName), properties: ['showOverwriteConfirmation', 'createDirectory'] };
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : { write: (bytes) => writeWhole(filePath, bytes) };
}

/** Under another name until it is whole: half a file must not look like one. */
async function writeWhole(path: string, bytes: AsyncIterable<Uint8Array>): Promise<'written' | 'broken' | 'failed'> {
  const half = `${path}.part`;
  let reading = false;
  try {
    const file = await open(half, 'w', 0o600);
    try {
      reading = true;
      for await (const piece of bytes) {
        reading = false;
        await file.writeFile(piece);
        reading = true;
      }
      reading = false;
    } finally {
      await file.close();
    }
    await rename(half, path);
    return 'written';
  } catch {
    await rm(half, { force: true }).catch(() => undefined);
    return reading ? 'broken' : 'failed';
  }
}

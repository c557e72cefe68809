// The system's own dialog for where a file goes; the page never names a path.
import { writeFile } from 'node:fs/promises';
import { dialog, type BrowserWindow } from 'electron';

export type SavedFile = 'saved' | 'cancelled' | 'failed';

/** Asks where, then writes what `content` answers; nothing is made before the agent has chosen. */
export async function saveFile(window: BrowserWindow, fileName: string, content: () => string): Promise<SavedFile> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: fileName, filters: [{ name: 'JSON', extensions: ['json'] }] });
  if (canceled || filePath === '') return 'cancelled';
  try {
    await writeFile(filePath, content(), { mode: 0o600 });
    return 'saved';
  } catch {
    return 'failed';
  }
}

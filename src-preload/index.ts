// The bridge's other half: one frozen object, no channel names and no Electron objects on the page's side.
import { contextBridge, ipcRenderer } from 'electron';
import type { Result } from '../src-shared/domain/result.ts';
import type { CommandArguments, CommandName, CommandValue } from '../src-shared/ipc/commands.ts';
import { channels, type ParleyBridge } from '../src-shared/ipc/bridge.ts';
import type { Patch } from '../src-shared/ipc/patch.ts';

const bridge: ParleyBridge = {
  snapshot: () => ipcRenderer.invoke(channels.snapshot) as ReturnType<ParleyBridge['snapshot']>,
  onPatch: (listener) => {
    const relay = (_event: unknown, patch: Patch): void => { listener(patch); };
    ipcRenderer.on(channels.patch, relay);
    return () => { ipcRenderer.off(channels.patch, relay); };
  },
  command: <N extends CommandName>(name: N, args: CommandArguments<N>) =>
    ipcRenderer.invoke(channels.command, { name, args }) as Promise<Result<CommandValue<N>>>,
};

contextBridge.exposeInMainWorld('parley', Object.freeze(bridge));

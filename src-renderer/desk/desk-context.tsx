// Gives the components below it the store and the bridge; the rest of the renderer reaches both through the hooks only.
import { createContext } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Provider } from 'react-redux';
import type { ParleyBridge } from '../../src-shared/ipc/bridge.ts';
import type { DeskStore } from './store.ts';

export const BridgeContext = createContext<ParleyBridge['command'] | null>(null);

export function DeskProvider({ store, command, children }: { readonly store: DeskStore; readonly command: ParleyBridge['command']; readonly children: ReactNode }): ReactElement {
  return (
    <BridgeContext value={command}>
      <Provider store={store}>{children}</Provider>
    </BridgeContext>
  );
}

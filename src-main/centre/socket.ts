// The one socket edge: opens, hands on text frames, says once that it is over. Nothing is decided here.
import { WebSocket } from 'ws';
import { KEEPALIVE } from '../../src-shared/wxcc/index.ts';
import { allowedSocketUrl } from './addresses.ts';
import type { Environment } from './environment.ts';
import type { AttemptFailure } from './session-state.ts';

/** Bytes of one frame; a larger one closes the socket. */
const MAX_FRAME = 4 * 1024 * 1024;
const HANDSHAKE_LIMIT_MS = 10_000;

export interface SocketHandlers {
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
  /** Once, however it ended; not after `close`. `opened` false: the handshake failed. */
  readonly onEnd: (opened: boolean, failure: AttemptFailure) => void;
}

export interface Socket {
  readonly keepalive: () => void;
  /** At once, without waiting for the other side: a half-open line never answers. */
  readonly close: () => void;
}

/** Null = an address this client does not open. */
export function openSocket(environment: Environment, url: string, { onOpen, onText, onEnd }: SocketHandlers): Socket | null {
  const address = allowedSocketUrl(url);
  if (address === null) return null;
  const Constructor = environment.WebSocket ?? WebSocket;
  const socket = new Constructor(address, { perMessageDeflate: false, maxPayload: MAX_FRAME, handshakeTimeout: HANDSHAKE_LIMIT_MS, followRedirects: false });
  let state: 'opening' | 'open' | 'over' = 'opening';
  let failure: AttemptFailure = 'closed';
  const over = (): void => {
    if (state === 'over') return;
    const opened = state === 'open';
    state = 'over';
    onEnd(opened, failure);
  };
  socket.on('open', () => {
    if (state !== 'opening') return;
    state = 'open';
    onOpen();
  });
  socket.on('message', (data: Buffer, isBinary) => {
    // `ws` gives one Buffer; the protocol has text frames only.
    if (state === 'open' && !isBinary) onText(data.toString('utf8'));
  });
  socket.on('unexpected-response', (request, response) => {
    // A capability that was dropped answers 4xx: the next attempt subscribes anew.
    failure = (response.statusCode ?? 0) >= 500 ? 'busy' : 'closed';
    request.destroy();
    socket.terminate();
    over();
  });
  socket.on('error', () => {
    if (state === 'opening') failure = 'unreachable';
    socket.terminate();
    over();
  });
  socket.on('close', over);
  return {
    keepalive: () => {
      if (state === 'open') socket.send(KEEPALIVE, () => undefined);
    },
    close: () => {
      state = 'over';
      socket.terminate();
    },
  };
}

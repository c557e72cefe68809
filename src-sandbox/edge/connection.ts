// One open socket: frames leave in order unless a fault says otherwise; a silent client is dropped.
import type { WebSocket } from 'ws';
import { KEEPALIVE } from '../../src-shared/wxcc/frames.ts';
import type { Cancel, Clock } from '../time/clock.ts';
import { garbageFrames, type Fault, type Faults } from './faults.ts';

const SILENCE_MS = 16_000;
const REORDER_PATIENCE_MS = 500;
/** The socket was displaced by another sign-in of the same agent. */
const DISPLACED = 4_001;

export interface Connection {
  readonly agentId: string;
  readonly clientType: string;
  readonly send: (text: string) => void;
  /** Says why, then closes for good. */
  readonly displace: (text: string) => void;
  readonly suffer: (fault: Fault) => void;
  readonly close: (code: number) => void;
}

export interface ConnectionOptions {
  readonly socket: WebSocket;
  readonly agentId: string;
  readonly clientType: string;
  readonly keepAlive: boolean;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly onClose: () => void;
}

export function createConnection({ socket, agentId, clientType, keepAlive, clock, faults, onClose }: ConnectionOptions): Connection {
  const line: string[] = [];
  /** A frame that waits to be overtaken by the next one. */
  let overtaken: string | null = null;
  let waiting = false;
  let mute = false;
  let garbageSent = 0;
  let stopSilence: Cancel = () => undefined;

  const write = (frame: string | Uint8Array): void => { if (!mute && socket.readyState === socket.OPEN) socket.send(frame); };
  const later = (ms: number, action: () => void): void => {
    waiting = true;
    clock.after(ms, () => {
      waiting = false;
      action();
      pump();
    });
  };
  const release = (): void => {
    const frame = overtaken;
    overtaken = null;
    if (frame !== null) write(frame);
  };

  const pump = (): void => {
    while (!waiting) {
      const frame = line.shift();
      if (frame === undefined) return;
      const fault = faults.forFrame(agentId);
      if (fault?.kind === 'delay') {
        later(fault.ms ?? 1_000, () => { write(frame); });
      } else if (fault?.kind === 'reorder' && overtaken === null) {
        overtaken = frame;
        clock.after(fault.ms ?? REORDER_PATIENCE_MS, release);
      } else {
        write(frame);
        if (fault?.kind === 'duplicate') write(frame);
        release();
      }
    }
  };

  const watchSilence = (): void => {
    stopSilence();
    if (keepAlive) stopSilence = clock.after(SILENCE_MS, () => { if (!mute) socket.terminate(); });
  };

  socket.on('message', (frame: Buffer, isBinary: boolean) => {
    if (mute) return;
    watchSilence();
    if (isBinary || frame.length > 200) return;
    const text = frame.toString('utf8').replaceAll(/\s/g, '');
    if (text === KEEPALIVE || text === '{"keepalive":true}') write(KEEPALIVE);
  });
  // A broken frame of a client closes its socket; nothing else is to be done.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    stopSilence();
    onClose();
  });
  watchSilence();

  const garbage = (times: number): void => {
    for (let index = 0; index < times; index += 1) {
      const frame = garbageFrames[garbageSent % garbageFrames.length];
      garbageSent += 1;
      if (frame !== undefined) write(frame);
    }
  };

  return {
    agentId,
    clientType,
    send: (text) => {
      line.push(text);
      pump();
    },
    displace: (text) => {
      write(text);
      socket.close(DISPLACED, 'signed in elsewhere');
    },
    suffer: (fault) => {
      if (fault.kind === 'drop') socket.terminate();
      if (fault.kind === 'garbage') garbage(1);
      if (fault.kind === 'halfOpen') {
        mute = true;
        if (fault.ms !== undefined) clock.after(fault.ms, () => { socket.terminate(); });
      }
    },
    close: (code) => {
      socket.close(code);
      // A client that does not answer the closing handshake must not keep the sandbox alive.
      clock.after(1_000, () => { socket.terminate(); });
    },
  };
}

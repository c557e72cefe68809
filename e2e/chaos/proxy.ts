// A TCP proxy on loopback between Parley and its contact centre: passes bytes on, and breaks the line in every way a network can.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Pace } from './pace.ts';

export type Way = 'both' | 'up' | 'down';

export interface Proxy {
  readonly url: string;
  /** Each answers how many open lines it hit. `ms` are of product time. */
  readonly closeAll: () => number;
  readonly reset: () => number;
  readonly slowClose: (ms: number) => number;
  /** Open lines swallow bytes until they die; with `ms` new ones do so as well, for so long. */
  readonly halfOpen: (way: Way, ms: number) => number;
  readonly delay: (ms: number, jitter: number, lasts: number) => void;
  readonly down: (ms: number) => number;
  /** Whether what is sent now would arrive, as far as new lines go. */
  readonly passes: () => boolean;
  /** No more faults; lines that are dead stay dead until somebody notices. */
  readonly heal: () => void;
  readonly close: () => Promise<void>;
}

interface Line {
  readonly client: Socket;
  readonly server: Socket;
  /** Carries frames; the others carry requests. */
  isSocket: boolean;
  swallow: Way | null;
}

/** Starts listening; `target` is asked at each new line. */
export async function openProxy(pace: Pace, target: () => number): Promise<Proxy> {
  const lines = new Set<Line>();
  /** Every socket there is, also of lines that one side believes to be gone. */
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  let blackHole: Way | null = null;
  let slow = { ms: 0, jitter: 0 };
  let isDown = false;

  const later = (ms: number, action: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, ms / pace.speed);
    timers.add(timer);
  };

  const pass = (line: Line, way: 'up' | 'down'): void => {
    const [from, to] = way === 'up' ? [line.client, line.server] : [line.server, line.client];
    /** Nothing overtakes what was sent before it. */
    let freeAt = 0;
    const write = (action: () => void): void => {
      const wait = slow.ms === 0 && slow.jitter === 0 ? 0 : (slow.ms + Math.random() * slow.jitter) / pace.speed;
      const at = Math.max(performance.now() + wait, freeAt);
      freeAt = at;
      if (at <= performance.now()) action();
      else later((at - performance.now()) * pace.speed, action);
    };
    from.on('data', (bytes) => {
      if (way === 'up' && bytes.toString('latin1', 0, 40).startsWith('GET /v1/notification/subscription/')) line.isSocket = true;
      if (line.swallow === 'both' || line.swallow === way) return;
      write(() => { if (to.writable) to.write(bytes); });
    });
    from.on('end', () => { if (line.swallow === null) write(() => { to.end(); }); });
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      lines.delete(line);
      // A line that swallows keeps its other end in the dark.
      if (line.swallow === null) write(() => { to.destroy(); });
      else if (from === line.client) to.destroy();
    });
  };

  const accept = (client: Socket): void => {
    // Down: nobody is at home. The port itself is kept, or something else on this machine would take it.
    if (isDown) {
      client.on('error', () => undefined);
      client.resetAndDestroy();
      return;
    }
    const line: Line = { client, server: connect(target(), '127.0.0.1'), isSocket: false, swallow: blackHole };
    lines.add(line);
    for (const socket of [client, line.server]) {
      sockets.add(socket);
      socket.setNoDelay(true);
    }
    pass(line, 'up');
    pass(line, 'down');
  };

  const server = createServer({ allowHalfOpen: true }, accept);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  const framed = (): number => [...lines].filter((line) => line.isSocket).length;
  const cut = (line: Line, how: (socket: Socket) => void): void => {
    lines.delete(line);
    how(line.client);
    line.server.destroy();
  };
  const reset = (): number => {
    const hit = framed();
    for (const line of [...lines]) cut(line, (socket) => { socket.resetAndDestroy(); });
    return hit;
  };

  return {
    url: `http://127.0.0.1:${String(port)}`,
    closeAll: () => {
      const hit = framed();
      for (const line of [...lines]) cut(line, (socket) => { socket.end(); });
      return hit;
    },
    reset,
    slowClose: (ms) => {
      const hit = framed();
      for (const line of [...lines]) {
        line.swallow = 'both';
        line.client.end();
        later(ms, () => { cut(line, (socket) => { socket.destroy(); }); });
      }
      return hit;
    },
    halfOpen: (way, ms) => {
      for (const line of lines) line.swallow = way;
      if (ms > 0) {
        blackHole = way;
        later(ms, () => { blackHole = null; });
      }
      return framed();
    },
    delay: (ms, jitter, lasts) => {
      slow = { ms, jitter };
      later(lasts, () => { slow = { ms: 0, jitter: 0 }; });
    },
    down: (ms) => {
      if (isDown) return 0;
      isDown = true;
      later(ms, () => { isDown = false; });
      return reset();
    },
    passes: () => !isDown && blackHole === null,
    heal: () => {
      blackHole = null;
      slow = { ms: 0, jitter: 0 };
      isDown = false;
    },
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    },
  };
}

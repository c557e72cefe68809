// Keeps the numbers of this run from what the contact centre tells and what became of commands; no text passes here.
import type { Clock } from '../src-shared/domain/clock.ts';
import type { RunHealth } from '../src-shared/domain/diagnostics.ts';
import type { FailureCode } from '../src-shared/domain/failure.ts';
import type { CentreEvent } from './centre/contact-centre.ts';
import type { Counters } from './diagnostics/counters.ts';

export interface Health {
  readonly take: (event: CentreEvent) => void;
  readonly frame: (kind: string, why: string) => void;
  /** `code` null = done. */
  readonly commandEnded: (name: string, code: FailureCode | null) => void;
  readonly read: () => RunHealth;
}

export function createHealth(counters: Counters, clock: Clock): Health {
  const startedAt = clock.now();
  let lostAt: number | null = null;
  let reconnects = 0;
  let longestOutageMs = 0;

  return {
    take: (event) => {
      if (event.type === 'connection') {
        const { connection } = event;
        if (connection.state === 'lost') lostAt ??= connection.since;
        if (connection.state === 'live' && lostAt !== null) {
          reconnects += 1;
          longestOutageMs = Math.max(longestOutageMs, clock.now() - lostAt);
        }
        if (connection.state === 'live' || connection.state === 'offline') lostAt = null;
      } else if (event.type === 'messages') {
        for (const { content } of event.messages) {
          if (content.kind === 'unsupported') counters.add('unreadable', content.type);
          else if (content.kind === 'rich' && content.rich.kind === 'broken') counters.add('unreadable', content.rich.of);
        }
      }
    },
    frame: (kind, why) => { counters.add(`frames.${kind}`, why); },
    // Looking at the numbers does not change them.
    commandEnded: (name, code) => { if (name !== 'diagnostics.read') counters.add(code === null ? 'commands.done' : 'commands.refused', code === null ? name : `${name}.${code}`); },
    read: () => ({
      startedAt, reconnects, longestOutageMs,
      uselessFrames: ['unknown', 'garbage', 'malformed'].reduce((sum, kind) => sum + counters.sum(`frames.${kind}`), 0),
      unreadableMessages: counters.sum('unreadable'),
      commandsDone: counters.sum('commands.done'),
      commandsRefused: counters.sum('commands.refused'),
    }),
  };
}

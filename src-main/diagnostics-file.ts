// Puts the diagnostics together from what the rooms may tell: numbers, states and the agent's settings, nobody's words.
import { release } from 'node:os';
import type { Clock } from '../src-shared/domain/clock.ts';
import type { Desk } from './desk/desk.ts';
import { bundleOf } from './diagnostics/bundle.ts';
import type { Counters } from './diagnostics/counters.ts';
import type { LogLine } from './diagnostics/log.ts';
import type { Health } from './health.ts';

export interface DiagnosticsParts {
  readonly desk: Desk;
  readonly health: Health;
  readonly counters: Counters;
  readonly clock: Clock;
  readonly recent: () => readonly LogLine[];
}

const MEGABYTE = 1024 * 1024;

export function diagnosticsOf({ desk, health, counters, clock, recent }: DiagnosticsParts): string {
  const view = desk.view();
  const { version, electronVersion, platform, locale, theme, contrast, masking } = view.app;
  const run = health.read();
  return bundleOf({
    writtenAt: clock.now(),
    startedAt: run.startedAt,
    app: { version, electron: electronVersion, chrome: process.versions.chrome, node: process.versions.node, platform, architecture: process.arch, system: release() },
    memoryMegabytes: Math.round(process.memoryUsage().rss / MEGABYTE),
    connection: { session: view.session.step, ...view.connection },
    health: run,
    counts: {
      tasks: Object.keys(view.tasks).length, unsent: view.unsentCount, notices: Object.keys(view.notices).length, notifications: Object.keys(view.notifications).length,
    },
    counters: counters.all(),
    settings: { locale, theme, contrast, masking, ...view.settings, emoji: view.settings.emoji.tone, ownWords: view.settings.ownWords.length },
    log: recent(),
  });
}

/** `parley-diagnostics-2026-11-24.json` */
export const diagnosticsName = (now: number): string => `parley-diagnostics-${new Date(now).toISOString().slice(0, 10)}.json`;

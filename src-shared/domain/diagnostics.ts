// How the run has gone so far, in numbers: what the agent sees of it, and whoever helps them.

export interface RunHealth {
  /** ms since the epoch. */
  readonly startedAt: number;
  /** Times the connection was lost and came back. */
  readonly reconnects: number;
  readonly longestOutageMs: number;
  /** Frames of the contact centre that were of no use: not known, or not readable. */
  readonly uselessFrames: number;
  /** Messages for Apple's formats that could not be read, and are shown as a card that says so. */
  readonly unreadableMessages: number;
  readonly commandsDone: number;
  readonly commandsRefused: number;
}

// Where a chat can go: queues, and agents with their availability.

export interface QueueEntry {
  readonly id: string;
  readonly name: string;
  /** Chats waiting now; null when the contact centre does not say. */
  readonly waiting: number | null;
}

export interface ColleagueEntry {
  readonly id: string;
  readonly name: string;
  readonly state: 'available' | 'busy' | 'idle' | 'rona' | 'signedOut';
  readonly teamId: string;
}

export interface Destination {
  readonly type: 'queue' | 'agent';
  readonly id: string;
}

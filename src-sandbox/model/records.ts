// What outlives a task's course and goes into the ledger as it is: messages, and the ways of an offer.

export type OfferVia = 'queue' | 'transfer' | 'conference';
export type OfferOutcome = 'accepted' | 'rona' | 'rejected' | 'withdrawn';

export interface StoredMessage {
  readonly interactionId: string;
  readonly taskId: string;
  readonly seq: number;
  readonly messageDirection: 'INBOUND' | 'OUTBOUND';
  readonly senderType: 'customer' | 'agent' | 'system';
  readonly senderId: string;
  readonly senderName: string;
  readonly channelType: 'social';
  readonly channel: 'appleMessages';
  readonly channelParams: Readonly<Record<string, unknown>>;
  readonly device: Readonly<Record<string, unknown>>;
  readonly createdTime: number;
}

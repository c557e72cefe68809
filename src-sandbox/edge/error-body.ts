// The documented body of every refusal. `key` is the status as text unless a more telling word is given.
import { randomUUID } from 'node:crypto';

export const errorBody = (status: number, description: string, key = String(status)) => ({ trackingId: randomUUID(), error: { key, message: [{ description }] } });

// REST bodies of the session and of message content, as a client sends and reads them.
import * as v from 'valibot';
import { id, isRecord, list, maybeNumber, maybeText, number, part, text } from './fields.ts';
import { storedMessageSchema } from './message-frames.ts';

export interface SubscribeRequest {
  readonly force: boolean;
  readonly isKeepAliveEnabled: boolean;
  /** At most 20 characters. */
  readonly clientType: string;
  readonly allowMultiLogin: boolean;
}

export const subscribeResponseSchema = v.object({
  webSocketUrl: v.pipe(v.string(), v.regex(/^wss?:\/\//), v.maxLength(4_000)),
  subscriptionId: text(200),
});
export type SubscribeResponse = v.InferOutput<typeof subscribeResponseSchema>;

export interface LoginRequest {
  readonly dialNumber: string;
  readonly teamId: string;
  readonly deviceType: 'AGENT_DN' | 'EXTENSION' | 'BROWSER';
  readonly isExtension: boolean;
  readonly deviceId: string;
  readonly roles: readonly string[];
}

export interface LogoutRequest {
  readonly logoutReason: string;
  readonly agentId?: string;
}

/** `auxCodeId` is "0" with Available. */
export interface StateRequest {
  readonly state: 'Available' | 'Idle';
  readonly auxCodeId: string;
  readonly lastStateChangeReason?: string;
  readonly agentId?: string;
}

export interface BuddyListRequest {
  readonly agentProfileId: string;
  readonly mediaType: 'social';
  readonly state?: string;
}

export interface WrapUpRequest {
  readonly auxCodeId: string;
  /** At most 128 characters. */
  readonly wrapUpReason: string;
}

export interface DestinationRequest {
  readonly to: string;
  readonly destinationType: 'queue' | 'agent';
}

export interface AppendRequest {
  readonly mediaType: 'social';
  readonly messageDirection: 'OUTBOUND' | 'INBOUND';
  readonly channelParams: {
    readonly type: string;
    readonly message: {
      readonly aliasId: string;
      readonly text: string;
      readonly attachments?: readonly { readonly fileName: string; readonly mimeType: string; readonly fileUrl: string; readonly size?: number }[];
      readonly timestamp: number;
    };
    readonly apple?: unknown;
  };
}

/** 201 for a new message, 200 with the first answer for the same `aliasId` again. `seq` null = the server does not number. */
export const appendResponseSchema = v.object({ data: part(v.object({ id: text(200), seq: maybeNumber() })) });
export type AppendResponse = v.InferOutput<typeof appendResponseSchema>;

/** `meta` tells the whole range the server holds; 0 and 0 = no message yet. */
export const messageListSchema = v.object({
  data: list(storedMessageSchema),
  meta: part(v.object({ firstSeq: number(0), lastSeq: number(0) })),
});
export type MessageList = v.InferOutput<typeof messageListSchema>;

/** What the business knows of a customer. */
export const customerSchema = v.object({
  data: part(v.object({
    name: text(500),
    identifiers: list(v.object({ type: text(40), value: text(500) })),
    previousTasks: list(v.object({
      id,
      startedAt: maybeNumber(),
      endedAt: maybeNumber(),
      agentName: text(200),
      queueName: text(200),
      wrapUpName: text(200),
      summary: text(4_000),
    })),
  })),
});
export type CustomerRecord = v.InferOutput<typeof customerSchema>;

export const tokenResponseSchema = v.object({
  access_token: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)),
  /** Seconds. */
  expires_in: number(0),
  refresh_token: maybeText(20_000),
  refresh_token_expires_in: number(0),
});
export type TokenResponse = v.InferOutput<typeof tokenResponseSchema>;

export interface ErrorBody {
  readonly trackingId: string;
  /** The contact centre's own key, e.g. "409"; '' = none. */
  readonly key: string;
  readonly description: string;
}

/** Reads `{trackingId, error:{key, message:[{description}]}}`; anything else gives empty parts. */
export function readErrorBody(body: unknown): ErrorBody {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  const messages: unknown = error['message'];
  const first: unknown = Array.isArray(messages) ? messages[0] : messages;
  const description = isRecord(first) ? first['description'] : first;
  return {
    trackingId: isRecord(body) ? short(body['trackingId']) : '',
    key: short(error['key']),
    description: short(description),
  };
}

const short = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 500) : typeof value === 'number' ? String(value) : '');

// The commands the renderer may send: names, argument schemas, result types. Main validates every call against these; unknown keys are refused.
import * as v from 'valibot';
import type { RunHealth } from '../domain/diagnostics.ts';
import type { PreparedTemplate } from './view.ts';
import { centreChoices, contrasts, emojiTones, newsWays, taskOrders, themes, toneChoices, zooms } from '../domain/preferences.ts';
import { actionIds, CHORD } from '../domain/shortcuts.ts';
import { isOwnWord, MAX_WORD, MAX_WORDS, spellingLanguages } from '../domain/spelling.ts';
import type { ItemView } from './view.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** UTF-16 units, far above the 10,000 characters that may be sent: a paste past the limit keeps all its text. */
const text = v.pipe(v.string(), v.maxLength(400_000));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const nothing = v.strictObject({});
/** Bytes of a file that cross the bridge at once. */
export const MAX_PIECE = 1024 * 1024;
const filePlace = v.strictObject({ taskId: id, itemId: id, index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)) });
/** A link of a message; `host` is what the agent has confirmed. */
const link = { itemId: id, host: v.exactOptional(v.pipe(v.string(), v.maxLength(300))), index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)) };
const destination = v.strictObject({ type: v.picklist(['queue', 'agent']), id });

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));
const perTopic = <T extends v.GenericSchema>(schema: T) => v.strictObject({ request: schema, message: schema, waiting: schema, status: schema });
/** Each part is replaced whole. */
const notifications = v.strictObject({
  ways: v.exactOptional(perTopic(v.picklist(newsWays))),
  silent: v.exactOptional(v.boolean()),
  quietHours: v.exactOptional(v.strictObject({ on: v.boolean(), from: minute, to: minute })),
  preview: v.exactOptional(v.boolean()),
  sounds: v.exactOptional(perTopic(v.picklist(toneChoices))),
  volume: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  flash: v.exactOptional(v.boolean()),
});

/** The whole choice; an action that is left out has its own keys again, '' = none. */
const chosenKeys = v.strictObject(v.entriesFromList(actionIds, v.exactOptional(v.union([v.literal(''), v.pipe(v.string(), v.regex(CHORD))]))));

const ownWord = v.strictObject({ word: v.pipe(v.string(), v.maxLength(200), v.check(isOwnWord)) });

/** What the agent types for the places of a template, by name. */
const values = v.pipe(v.record(v.pipe(v.string(), v.maxLength(200)), v.pipe(v.string(), v.maxLength(4_000))), v.maxEntries(60));
const moment = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Base64 of a PNG; Apple's limit for the bytes is checked with the content. */
const pictureBytes = v.pipe(v.string(), v.maxLength(8_000_000));
const picture = v.nullable(v.strictObject({ data: pictureBytes, alt: v.pipe(v.string(), v.maxLength(1_000)) }));
const edits = v.strictObject({
  slots: v.exactOptional(v.pipe(v.array(v.strictObject({ key: id, start: moment, seconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000)) })), v.maxLength(200))),
  zone: v.exactOptional(v.nullable(v.pipe(v.string(), v.maxLength(100)))),
  without: v.exactOptional(v.pipe(v.array(id), v.maxLength(500))),
  title: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000))),
  picture: v.exactOptional(picture),
  start: v.exactOptional(id),
});
const filled = { taskId: id, templateId: id, values, edits };

export const commandSchemas = {
  'session.signIn': v.strictObject({ centre: v.picklist(centreChoices) }),
  'session.cancelSignIn': nothing,
  'session.login': v.strictObject({ teamId: id, dialNumber: v.pipe(v.string(), v.minLength(1), v.maxLength(43)), remember: v.boolean() }),
  'session.continueHere': nothing,
  'session.signOut': nothing,
  /** The answer to the warning of inactivity. */
  'session.staySignedIn': nothing,
  'session.reconnectNow': nothing,
  'agent.setStatus': v.strictObject({
    status: v.variant('kind', [v.strictObject({ kind: v.literal('available') }), v.strictObject({ kind: v.literal('idle'), auxCodeId: id })]),
  }),
  'task.accept': v.strictObject({ taskId: id }),
  'task.end': v.strictObject({ taskId: id }),
  'task.wrapUp': v.strictObject({ taskId: id, auxCodeId: id, notes: v.pipe(v.string(), v.maxLength(4_000)) }),
  'task.draftWrapUp': v.strictObject({ taskId: id, auxCodeId: v.nullable(id), notes: v.pipe(v.string(), v.maxLength(4_000)) }),
  'task.extendWrapUp': v.strictObject({ taskId: id }),
  'task.transfer': v.strictObject({ taskId: id, destination }),
  'task.conference': v.strictObject({ taskId: id, destination }),
  'task.exitConference': v.strictObject({ taskId: id }),
  /** Sets a value of the associated data that agents may change. */
  'task.setData': v.strictObject({ taskId: id, key: id, value: v.pipe(v.string(), v.maxLength(2_000)) }),
  /** Reads what the business knows of the customer of a chat. */
  'customer.load': v.strictObject({ taskId: id }),
  /** What was said in an earlier chat of the same customer. */
  'customer.transcript': v.strictObject({ taskId: id, earlierId: id }),
  /** As `link.open`, of a message of the earlier conversation that was read last. */
  'customer.openLink': v.strictObject({ taskId: id, earlierId: id, ...link }),
  'directory.refresh': nothing,
  'workflow.load': nothing,
  'task.runWorkflow': v.strictObject({
    taskId: id,
    workflowId: id,
    attributes: v.pipe(v.record(id, v.union([v.pipe(v.string(), v.maxLength(4_000)), v.number(), v.boolean()])), v.maxEntries(30)),
  }),
  /** Reads the library anew. */
  'template.load': nothing,
  'template.favourite': v.strictObject({ templateId: id, favourite: v.boolean() }),
  /** The template's text went into the compose box. */
  'template.used': v.strictObject({ templateId: id }),
  /** A PNG or JPEG made fit for a card: PNG, and no larger than Apple takes. */
  'template.picture': v.strictObject({ bytes: v.pipe(v.instance(Uint8Array), v.check((bytes) => bytes.byteLength <= 30_000_000)) }),
  /** Shows the template as it would be sent now; changes nothing. */
  'template.prepare': v.strictObject(filled),
  /** Puts a card beside the draft, in place of one that waits. `asText`: as words, for a device that cannot show it. */
  'conversation.stage': v.strictObject({ ...filled, asText: v.exactOptional(v.boolean()) }),
  'conversation.stageLink': v.strictObject({ taskId: id, url: v.pipe(v.string(), v.maxLength(4_000)), title: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000))), picture: v.exactOptional(picture) }),
  'conversation.unstage': v.strictObject({ taskId: id }),
  /** `confirmed`: as with `conversation.send`. */
  'conversation.sendStaged': v.strictObject({ taskId: id, confirmed: v.exactOptional(v.boolean()) }),
  'conversation.sendStagedAsText': v.strictObject({ taskId: id, confirmed: v.exactOptional(v.boolean()) }),
  'conversation.open': v.strictObject({ taskId: v.nullable(id) }),
  'conversation.loadEarlier': v.strictObject({ taskId: id }),
  /** Where the agent was reading when they left a conversation; null = at its end. */
  'conversation.leftAt': v.strictObject({ taskId: id, order: v.nullable(v.pipe(v.number(), v.minValue(0))) }),
  /** Loads back to the message with this `order` and everything after it. */
  'conversation.loadBackTo': v.strictObject({ taskId: id, order: v.pipe(v.number(), v.minValue(0)) }),
  /** Finds words in the masked text of a conversation; `further` reads more of what is not loaded first. */
  'conversation.search': v.strictObject({ taskId: id, text: v.pipe(v.string(), v.maxLength(200)), further: v.boolean() }),
  /** Asks where, and writes the whole conversation there, masked as it is shown. */
  'conversation.export': v.strictObject({ taskId: id, format: v.picklist(['text', 'pdf']) }),
  /** Lets go of what a search has read back. */
  'conversation.endSearch': v.strictObject({ taskId: id }),
  'conversation.setDraft': v.strictObject({ taskId: id, text }),
  /** `confirmed`: the agent was warned that the text holds a card number, IBAN or social security number, and sends it anyway. */
  'conversation.send': v.strictObject({ taskId: id, text, confirmed: v.exactOptional(v.boolean()) }),
  /** Hides a part of a message that masking missed: offsets in UTF-16 units into its masked text. */
  'conversation.markSensitive': v.strictObject({ taskId: id, itemId: id, start: offset, end: offset }),
  'conversation.retry': v.strictObject({ taskId: id, itemId: id }),
  /** Takes a queued or failed message back: its text is the answer's value, for the compose box; a card waits beside it again. */
  'conversation.takeBack': v.strictObject({ taskId: id, itemId: id }),
  /** Throws a queued or failed message away. */
  'conversation.discard': v.strictObject({ taskId: id, itemId: id }),
  /** Sends a queued or failed card as words instead. */
  'conversation.sendAsText': v.strictObject({ taskId: id, itemId: id }),
  /** Opens the system's window for choosing files; what is chosen goes into the tray. */
  'attachment.pick': v.strictObject({ taskId: id }),
  /** A file that was dropped or pasted: its bytes follow by `attachment.append`. Never a path. */
  'attachment.begin': v.strictObject({ taskId: id, fileName: v.pipe(v.string(), v.maxLength(1_000)), mimeType: v.pipe(v.string(), v.maxLength(200)), size: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  /** `bytes` null = the window could not read on. */
  'attachment.append': v.strictObject({ fileId: id, offset: v.pipe(v.number(), v.integer(), v.minValue(0)), bytes: v.nullable(v.pipe(v.instance(Uint8Array), v.check((bytes) => bytes.byteLength <= MAX_PIECE))) }),
  /** Takes a file out of the tray, whatever its upload is at. */
  'attachment.remove': v.strictObject({ taskId: id, fileId: id }),
  'attachment.retry': v.strictObject({ taskId: id, fileId: id }),
  /** Whether a picture of a message can be shown, and if not, why. */
  'attachment.check': filePlace,
  /** Asks where to save a file of a message, and writes it there. */
  'attachment.save': filePlace,
  /** Opens a link of a message in the system browser; main knows the address, the window only its host, which is what the agent has confirmed. */
  'link.open': v.strictObject({ taskId: id, ...link }),
  'notice.dismiss': v.strictObject({ noticeId: id }),
  /** Shows what a notification is about. */
  'notification.open': v.strictObject({ notificationId: id }),
  /** null = all of them. */
  'notification.read': v.strictObject({ notificationId: v.nullable(id) }),
  /** Takes away all that can be: a request stays as long as it waits. */
  'notification.clear': nothing,
  /** How the run has gone so far. */
  'diagnostics.read': nothing,
  /** Asks where, and writes one file for whoever helps the agent; nobody's words are in it. */
  'diagnostics.save': nothing,
  'settings.set': v.strictObject({
    theme: v.exactOptional(v.picklist(themes)),
    contrast: v.exactOptional(v.picklist(contrasts)),
    locale: v.exactOptional(v.pipe(v.string(), v.maxLength(20))),
    notifications: v.exactOptional(notifications),
    shortcuts: v.exactOptional(chosenKeys),
    taskOrder: v.exactOptional(v.picklist(taskOrders)),
    zoom: v.exactOptional(v.picklist(zooms)),
    startAtLogin: v.exactOptional(v.boolean()),
    emojiTone: v.exactOptional(v.picklist(emojiTones)),
    spelling: v.exactOptional(v.boolean()),
    /** null = the window's language. */
    spellingLanguages: v.exactOptional(v.nullable(v.pipe(v.array(v.picklist(spellingLanguages)), v.minLength(1), v.maxLength(spellingLanguages.length), v.readonly()))),
  }),
  /** Which of these are in no dictionary that is in use; none while spelling is off. */
  'spelling.misspelled': v.strictObject({ words: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_WORD))), v.maxLength(MAX_WORDS), v.readonly()) }),
  'spelling.addWord': ownWord,
  'spelling.removeWord': ownWord,
  /** An emoji went into a message: it leads the recent ones. */
  'emoji.used': v.strictObject({ emoji: v.pipe(v.string(), v.minLength(1), v.maxLength(40)) }),
} as const;

export type CommandName = keyof typeof commandSchemas;
export type CommandArguments<N extends CommandName> = v.InferOutput<(typeof commandSchemas)[N]>;

/** `hits` from the oldest to the newest; `count` may be more than are named. `complete`: nothing older is left; `bounded`: there is, and it is not read. */
export interface SearchAnswer {
  readonly hits: readonly { readonly itemId: string; readonly order: number }[];
  readonly count: number;
  readonly searched: number;
  readonly complete: boolean;
  readonly bounded: boolean;
}

/** `saved` false = the agent thought better of it; `count` messages are in the file. */
export interface ExportAnswer {
  readonly saved: boolean;
  readonly count: number;
}

/** Masked as everything is; in their order. */
export interface EarlierTranscript {
  readonly items: readonly ItemView[];
  readonly hasEarlier: boolean;
}

/** What a command answers beside success or failure. Everything else arrives as state. */
export interface CommandValues {
  'attachment.begin': { readonly fileId: string };
  'diagnostics.read': RunHealth;
  /** false = the agent thought better of it. */
  'diagnostics.save': { readonly saved: boolean };
  'conversation.search': SearchAnswer;
  'conversation.export': ExportAnswer;
  'conversation.takeBack': { readonly text: string; readonly staged: boolean };
  'template.prepare': PreparedTemplate;
  'customer.transcript': EarlierTranscript;
  'spelling.misspelled': { readonly words: readonly string[] };
  /** `data` is base64, for `edits.picture`. */
  'template.picture': { readonly data: string; readonly width: number; readonly height: number };
}
export type CommandValue<N extends CommandName> = N extends keyof CommandValues ? CommandValues[N] : null;

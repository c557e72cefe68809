// Apple's limits as far as reading and showing need them, each with the day it was read and where. A message beyond one is still shown.

/** Characters of any text that Apple draws itself (Webex Connect's compliance notice for Apple Messages for Business, in force 21 August 2026). */
export const MAX_UI_TEXT = 200;

/** Buttons of a quick reply (Apple's documentation of the quick reply, as LivePerson cites it; read in November 2026). */
export const QUICK_REPLY_CHOICES = { least: 2, most: 5 } as const;

/** Characters of a page's identifier in a form, at most one fewer (LivePerson's form reference; read in November 2026). */
export const MAX_PAGE_ID = 20;

/** How long a large answer may still come, ms (Apple's data references hold for seconds or minutes, as those who fetch them report; read in November 2026). */
export const RECEIVING_LASTS = 2 * 60_000;

/** How much is read of one message. Ours: far above what anybody chooses from, far below what would stop the window. */
export const READ_AT_MOST = { items: 500, text: 10_000, id: 500 } as const;

/** Bytes of one picture in a card or a link, PNG (Webex Connect's compliance notice, in force 21 August 2026: 200 KB; read as the smaller of its two meanings). */
export const MAX_PICTURE_BYTES = 200_000;

/** Bytes of all pictures of one message together stay below this (the same notice: "less than 5 MB"). */
export const MAX_PICTURES_BYTES = 5_000_000;

/** What a form may not ask for in plain text (Apple's textContentType values for secrets; its rules keep such data in Apple Pay and authentication; read in November 2026). */
export const SECRET_CONTENT_TYPES: ReadonlySet<string> = new Set(['creditCardNumber', 'password', 'newPassword', 'oneTimeCode']);

/** Seconds of one time slot. Ours: a week is more than any appointment. */
export const MAX_SLOT_SECONDS = 7 * 86_400;

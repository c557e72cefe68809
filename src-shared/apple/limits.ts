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

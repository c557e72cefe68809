// A transcript's document as a text file and as a page to be printed. Every word of a customer is written as a word, never as mark-up.
import type { DocumentEntry, TranscriptDocument } from './transcript-document.ts';

/** UTF-8 with a mark at its start, by which every editor takes it for what it is. */
export function asText({ title, facts, days }: TranscriptDocument): string {
  const lines = [title, ...facts];
  for (const { day, entries } of days) {
    lines.push('', day, '');
    for (const { who, time, notes, text } of entries) {
      const said = [...notes.map((note) => `[${note}]`), ...(text === '' ? [] : text.split(/\r\n|\r|\n/))];
      const [first = '', ...more] = said;
      lines.push(`${time}  ${who === '' ? `— ${first}` : `${who}: ${first}`}`, ...more.map((line) => `       ${line}`));
    }
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const style = `
@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.45 Inter, "Segoe UI", "Helvetica Neue", "Noto Sans", "Noto Sans Arabic", Arial, sans-serif; color: #15181e; margin: 0; }
h1 { font-size: 15pt; margin: 0 0 4pt; }
h2 { font-size: 9.5pt; color: #454c59; border-bottom: .5pt solid #c6ccd6; margin: 14pt 0 6pt; padding-bottom: 2pt; break-after: avoid; }
.fact, .time, .note { color: #454c59; font-size: 9pt; }
.fact { margin: 0; }
article { margin: 0 0 6pt; break-inside: avoid-page; }
article p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
.who { font-weight: 600; }
.business { padding-inline-start: 10pt; border-inline-start: 2pt solid #0b5cd5; }
.customer { padding-inline-start: 10pt; border-inline-start: 2pt solid #c6ccd6; }
.chat { text-align: center; color: #454c59; font-size: 9pt; }`;

const entryMarkup = ({ who, side, time, notes, text }: DocumentEntry): string => {
  const head = who === '' ? '' : `<p dir="auto"><span class="who">${escaped(who)}</span> <span class="time">${escaped(time)}</span></p>`;
  const about = notes.map((note) => `<p class="note" dir="auto">${escaped(note)}</p>`).join('');
  const words = text === '' ? '' : `<p dir="auto">${escaped(text)}${who === '' ? ` · ${escaped(time)}` : ''}</p>`;
  return `<article class="${side}">${head}${about}${words}</article>`;
};

/** A page that needs nothing from anywhere: no script, no picture, no font of its own. */
export function asPage({ title, facts, days, locale }: TranscriptDocument, direction: 'ltr' | 'rtl'): string {
  const body = days.map(({ day, entries }) => `<h2>${escaped(day)}</h2>${entries.map(entryMarkup).join('')}`).join('');
  return `<!doctype html><html lang="${escaped(locale)}" dir="${direction}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>`
    + `<body><h1 dir="auto">${escaped(title)}</h1>${facts.map((fact) => `<p class="fact" dir="auto">${escaped(fact)}</p>`).join('')}${body}</body></html>`;
}

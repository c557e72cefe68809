// A transcript's document as a text file and as a page to be printed. Every word of a customer is written as a word, never as mark-up.
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import type { DocumentEntry, TranscriptDocument } from './transcript-document.ts';
import type { DocumentLine } from './transcript-rich.ts';

/** UTF-8 with a mark at its start, by which every editor takes it for what it is. */
export function asText({ title, facts, days }: TranscriptDocument): string {
  const lines = [title, ...facts];
  for (const { day, entries } of days) {
    lines.push('', day, '');
    for (const { who, time, lines: told } of entries) {
      const said = told.flatMap(({ kind, text }) => (kind === 'note' ? [`[${text.text}]`] : kind === 'item' ? [`• ${text.text}`] : text.text.split(/\r\n|\r|\n/)));
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
p, ul { margin: 0; }
ul { padding-inline-start: 14pt; }
.fact, .time, .note { color: #454c59; font-size: 9pt; }
article { margin-top: 6pt; padding-inline-start: 10pt; border-inline-start: 2pt solid #c6ccd6; orphans: 3; widows: 3; }
article.whole { break-inside: avoid; }
article.more { margin-top: 0; padding-top: 5pt; }
.business { border-color: #0b5cd5; }
.head { break-after: avoid; }
.who { font-weight: 600; }
.words, .note { width: fit-content; }
.words, li { white-space: pre-wrap; overflow-wrap: anywhere; }
.words { unicode-bidi: plaintext; }
.masked { background: #e7eaf0; border-radius: 2pt; padding: 0 2pt; }
.chat { border: 0; padding: 0; text-align: center; color: #454c59; font-size: 9pt; }`;

/** What is no longer than this stays on one page; kept together, longer ones would leave half a page empty. */
const WHOLE = { lines: 12, characters: 700 };

/** What was hidden is marked, so that nobody takes the stars for the customer's own. */
function marked({ text, spans }: MaskedText): string {
  let markup = '';
  let at = 0;
  for (const { start, end } of spans) {
    markup += `${escaped(text.slice(at, start))}<span class="masked">${escaped(text.slice(start, end))}</span>`;
    at = end;
  }
  return markup + escaped(text.slice(at));
}

function linesMarkup(lines: readonly DocumentLine[]): string {
  return lines.map(({ kind, text }, index) => {
    if (kind !== 'item') return `<p class="${kind}" dir="auto">${marked(text)}</p>`;
    const [opens, closes] = [lines[index - 1]?.kind !== 'item', lines[index + 1]?.kind !== 'item'];
    return `${opens ? '<ul>' : ''}<li><bdi>${marked(text)}</bdi></li>${closes ? '</ul>' : ''}`;
  }).join('');
}

/** One message; `more`: the same person in the same minute as the one before, whose name stands there. */
function entryMarkup({ who, side, time, lines }: DocumentEntry, more: boolean): string {
  if (side === 'chat') return `<article class="chat"><p dir="auto">${lines.map(({ text }) => escaped(text.text)).join(' ')} · ${escaped(time)}</p></article>`;
  const head = more ? '' : `<p class="head"><bdi class="who">${escaped(who)}</bdi> <span class="time">${escaped(time)}</span></p>`;
  const long = lines.length > WHOLE.lines || lines.reduce((length, { text }) => length + text.text.length, 0) > WHOLE.characters;
  return `<article class="${side}${more ? ' more' : ''}${long ? '' : ' whole'}">${head}${linesMarkup(lines)}</article>`;
}

const isMore = (entry: DocumentEntry, before: DocumentEntry | undefined): boolean => before?.side === entry.side && before.who === entry.who && before.time === entry.time;

/** A page that needs nothing from anywhere: no script, no picture, no font of its own. */
export function asPage({ title, facts, days, locale }: TranscriptDocument, direction: 'ltr' | 'rtl'): string {
  const body = days.map(({ day, entries }) => `<h2>${escaped(day)}</h2>${entries.map((entry, index) => entryMarkup(entry, isMore(entry, entries[index - 1]))).join('')}`).join('');
  return `<!doctype html><html lang="${escaped(locale)}" dir="${direction}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>`
    + `<body><h1>${escaped(title)}</h1>${facts.map((fact) => `<p class="fact"><bdi>${escaped(fact)}</bdi></p>`).join('')}${body}</body></html>`;
}

// Outbound content as the window sees it: what waits to be sent as a bubble like that of a sent message, and a card as the customer will see it.
import { fromWire, wireOf } from '../../src-shared/apple/index.ts';
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import { isProgram } from '../../src-shared/domain/media.ts';
import { mapOutbound, type Outbound } from '../../src-shared/domain/outbound.ts';
import { mapRich, textsOf } from '../../src-shared/domain/rich.ts';
import type { ContentView } from '../../src-shared/ipc/view.ts';
import { hiddenOf, hide, type Hiding } from './hiding.ts';
import { joinMasked, keyOf, placeIn } from './rich-projection.ts';

/** The bubble of a message that waits. `values`: see `hiding.ts`. */
export function projectOutbound(content: Outbound, values: readonly string[], hiding: Hiding): ContentView {
  const show = (text: string): MaskedText => hide(text, values, hiding);
  const read = fromWire({ ...wireOf(content), inbound: false }).content;
  switch (read.kind) {
    case 'rich': {
      const rich = mapRich(read.rich, show, keyOf);
      return { kind: 'rich', rich, text: joinMasked(textsOf(rich), '\n') };
    }
    case 'attachments': {
      const hidden = hiddenOf(read.text, values, hiding);
      const text = hiding.masker.maskWith(read.text, hidden);
      return { kind: 'attachments', text, attachments: read.attachments.map((file, index) => ({ fileName: show(file.fileName), mimeType: file.mimeType, size: file.size, place: placeIn(text, hidden, file.place), index, isProgram: isProgram(file.fileName, file.mimeType) })) };
    }
    case 'text':
      return { kind: 'text', text: show(read.text) };
    case 'close':
    case 'unsupported':
      return { kind: 'text', text: show('text' in read ? read.text : '') };
  }
}

/** The card itself, masked. */
export const maskOutbound = (content: Outbound, values: readonly string[], hiding: Hiding): Outbound<MaskedText> =>
  mapOutbound(content, { text: (words) => hide(words, values, hiding), url: (url) => hide(url, values, hiding).text });

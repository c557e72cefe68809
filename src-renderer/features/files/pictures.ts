// The pictures of the loaded conversation in their order, for the viewer to go through.
import { isPicture } from '../../../src-shared/domain/media.ts';
import type { MaskedText } from '../../../src-shared/domain/masking.ts';
import type { ItemView } from '../../../src-shared/ipc/view.ts';

export interface PictureOf {
  readonly itemId: string;
  readonly index: number;
  readonly fileName: MaskedText;
  /** The contact centre has it: it can be saved. */
  readonly received: boolean;
}

export function picturesOf(items: Readonly<Record<string, ItemView>>): readonly PictureOf[] {
  return Object.values(items)
    .sort((a, b) => a.order - b.order)
    .flatMap((item) => {
      if (item.kind !== 'message' || item.content.kind !== 'attachments') return [];
      return item.content.attachments
        .filter((file) => file.gone === undefined && isPicture(file.mimeType))
        .sort((a, b) => a.place - b.place || a.index - b.index)
        .map(({ index, fileName }) => ({ itemId: item.itemId, index, fileName, received: item.delivery.state === 'sent' }));
    });
}

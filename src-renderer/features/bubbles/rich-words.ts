// What rich content is called, and how it reads in one line.
import { useCallback } from 'react';
import type { MaskedText } from '../../../src-shared/domain/masking.ts';
import { leadOf, type Rich } from '../../../src-shared/domain/rich.ts';
import { useText } from '../../text/index.ts';
import type { IconName } from '../../ui/index.ts';

const icons: Readonly<Record<Rich<unknown>['kind'], IconName>> = {
  quickReply: 'quickReply', listPicker: 'list', timePicker: 'calendar', form: 'form', richLink: 'link', choiceAnswer: 'list', timeAnswer: 'calendar',
  formAnswer: 'form', tapback: 'emoji', deferred: 'form', card: 'lock', broken: 'warn',
};

export const iconOf = (rich: Rich<MaskedText>): IconName => (rich.kind === 'choiceAnswer' && rich.of === 'quickReply' ? 'quickReply' : icons[rich.kind]);

/** Cards are drawn whole; answers and what could not be read stand in a bubble. */
export const isCard = (rich: Rich<MaskedText>): boolean => ['quickReply', 'listPicker', 'timePicker', 'form', 'richLink', 'card'].includes(rich.kind);

/** One line for the ear and for lists. */
export function useRichLine(): (rich: Rich<MaskedText>) => string {
  const text = useText();
  return useCallback((rich: Rich<MaskedText>) => {
    const words = leadOf(rich).map((one) => one.text).join(', ');
    return text('rich.line', { about: rich.kind, text: words, some: words === '' ? 'no' : 'yes' });
  }, [text]);
}

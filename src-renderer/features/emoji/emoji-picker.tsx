// The picker: search, recent ones, tone, and all emoji by category. Its grid is frimousse's: it draws only the rows in sight.
import { EmojiPicker as Picker } from 'frimousse';
import type { EmojiData, EmojiPickerListCategoryHeaderProps, EmojiPickerListEmojiProps, EmojiPickerListRowProps } from 'frimousse';
import { useCallback, useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { supportedLocale } from '../../../src-shared/locales/index.ts';
import type { MessageId } from '../../../src-shared/locales/index.ts';
import { useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/index.ts';
import { loadEmoji } from './emoji-set.ts';
import { Tones } from './tones.tsx';

export interface EmojiPickerProps {
  readonly onPick: (emoji: string) => void;
  /** The agent thought better of it. */
  readonly onClose: () => void;
  /** The agent went on elsewhere. */
  readonly onLeave: () => void;
}

const COLUMNS = 9;

/** emojibase's groups; 2 holds parts of others and is not shown. */
const categories: readonly { readonly index: number; readonly name: MessageId }[] = [
  { index: 0, name: 'emoji.group.smileys' }, { index: 1, name: 'emoji.group.people' }, { index: 3, name: 'emoji.group.nature' },
  { index: 4, name: 'emoji.group.food' }, { index: 5, name: 'emoji.group.travel' }, { index: 6, name: 'emoji.group.activities' },
  { index: 7, name: 'emoji.group.objects' }, { index: 8, name: 'emoji.group.symbols' }, { index: 9, name: 'emoji.group.flags' },
];

export function EmojiPicker({ onPick, onClose, onLeave }: EmojiPickerProps): ReactElement {
  const text = useText();
  const language = useDesk((view) => supportedLocale(view.app.locale));
  const platform = useDesk((view) => view.app.platform);
  const tone = useDesk((view) => view.settings.emoji.tone);
  const recent = useDesk((view) => view.settings.emoji.recent);
  const frame = useRef<HTMLDialogElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => { search.current?.focus(); }, []);
  useEffect(() => {
    const own = frame.current;
    // Its own button closes it by itself.
    const isElsewhere = (target: EventTarget | null): boolean => target instanceof Element && own?.contains(target) !== true && target.closest('.composer-bar') === null;
    const onPress = ({ target }: PointerEvent): void => { if (isElsewhere(target)) onLeave(); };
    const onFocusOut = ({ relatedTarget }: FocusEvent): void => { if (isElsewhere(relatedTarget)) onLeave(); };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // Nothing else is meant to close with it.
      event.stopPropagation();
      onClose();
    };
    document.addEventListener('pointerdown', onPress);
    own?.addEventListener('focusout', onFocusOut);
    own?.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      own?.removeEventListener('focusout', onFocusOut);
      own?.removeEventListener('keydown', onKey);
    };
  }, [onClose, onLeave]);

  const resolve = useCallback(async (): Promise<EmojiData> => ({
    locale: language,
    emojis: (await loadEmoji(language, platform)).map(({ emoji, label, group, tags, codes, skins }) => ({
      emoji, label, category: group, version: 0, tags: [...tags, ...codes], ...(skins !== null && { skins }),
    })),
    categories: categories.map(({ index, name }) => ({ index, label: text(name) })),
    skinTones: { light: '', 'medium-light': '', medium: '', 'medium-dark': '', dark: '' },
  }), [language, platform, text]);

  return (
    <dialog open ref={frame} className="emoji-picker" aria-label={text('emoji.title')}>
      <Picker.Root className="emoji-root" locale={language} columns={COLUMNS} skinTone={tone} resolveEmojiData={resolve} onEmojiSelect={({ emoji }) => { onPick(emoji); }}>
        <div className="emoji-head">
          <label className="field field-s search-field emoji-search">
            <Icon name="search" size="s" />
            {/* Not a field of the message: Enter chooses an emoji and sends nothing. */}
            <Picker.Search ref={search} form="" aria-label={text('emoji.search')} placeholder={text('emoji.search')} />
          </label>
          <Tones />
        </div>
        {recent.length > 0 && (
          <fieldset className="emoji-recent">
            <legend className="visually-hidden">{text('emoji.recent')}</legend>
            {recent.map((emoji) => <button key={emoji} type="button" className="emoji-cell emoji-glyph" onClick={() => { onPick(emoji); }}>{emoji}</button>)}
          </fieldset>
        )}
        <Picker.Viewport className="emoji-viewport" tabIndex={0}>
          <Picker.Loading className="emoji-note">{text('emoji.loading')}</Picker.Loading>
          <Picker.Empty className="emoji-note">{text('emoji.none')}</Picker.Empty>
          <Picker.List className="emoji-list" aria-label={text('emoji.all')} components={parts} />
        </Picker.Viewport>
        <p className="emoji-foot" aria-hidden="true"><Picker.ActiveEmoji>{({ emoji }) => emoji?.label ?? text('emoji.hint')}</Picker.ActiveEmoji></p>
      </Picker.Root>
    </dialog>
  );
}

const parts = {
  CategoryHeader: ({ category, ...props }: EmojiPickerListCategoryHeaderProps): ReactElement => <div {...props} className="emoji-category">{category.label}</div>,
  Emoji: ({ emoji, ...props }: EmojiPickerListEmojiProps): ReactElement => (
    <button {...props} type="button" className="emoji-cell emoji-glyph" {...(props['aria-colindex'] !== undefined && { 'aria-colindex': props['aria-colindex'] + 1 })}>{emoji.emoji}</button>
  ),
  // The library counts rows and columns from 0, ARIA from 1.
  Row: (props: EmojiPickerListRowProps): ReactElement => <div {...props} {...(props['aria-rowindex'] !== undefined && { 'aria-rowindex': props['aria-rowindex'] + 1 })} />,
};

// What the agent does with a message that has not been sent: retry, take back into the compose box, throw away, copy.
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useCommandWithNotice } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { LiveRegion } from '../../ui/index.ts';
import type { BubbleActions } from '../bubbles/index.ts';
import type { ComposerHandle } from '../composer/index.ts';
import type { FileActions } from '../files/index.ts';

interface Composing {
  readonly current: ComposerHandle | null;
}

/** `spoken` is the region that confirms a copy; render it once. The actions never change, so that bubbles do not render for them. */
export function useBubbleActions(taskId: TaskId, composer: Composing, { maskPart, openLink }: Pick<BubbleActions, 'maskPart' | 'openLink'>, files: FileActions): { readonly actions: Omit<BubbleActions, 'showItem'>; readonly spoken: ReactElement } {
  const text = useText();
  const command = useCommandWithNotice();
  const [copied, setCopied] = useState<'copied' | 'failed' | null>(null);

  const actions = useMemo((): Omit<BubbleActions, 'showItem'> => {
    const edit = async (itemId: string): Promise<void> => {
      const result = await command('conversation.takeBack', { taskId, itemId });
      if (!result.ok) return;
      // A card waits beside the compose box again; only words go into it.
      if (!result.value.staged) composer.current?.giveBack(result.value.text);
      composer.current?.focus();
    };
    const discard = async (itemId: string): Promise<void> => {
      await command('conversation.discard', { taskId, itemId });
      composer.current?.focus();
    };
    return {
      maskPart, openLink, ...files,
      retry: (itemId) => { void command('conversation.retry', { taskId, itemId }); },
      edit: (itemId) => { void edit(itemId); },
      discard: (itemId) => { void discard(itemId); },
      asText: (itemId) => { void command('conversation.sendAsText', { taskId, itemId }); },
      copy: (words) => {
        navigator.clipboard.writeText(words).then(() => { setCopied('copied'); }, () => { setCopied('failed'); });
      },
    };
  }, [command, composer, files, maskPart, openLink, taskId]);

  const spoken = <LiveRegion text={copied === null ? '' : text(copied === 'copied' ? 'conversation.copied' : 'conversation.copyFailed')} />;
  return { actions, spoken };
}

// The countdown to the automatic wrap-up, what it will submit, and Extend where the policy allows it.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useCommand, useDesk } from '../../desk/index.ts';
import { RichText, useFailureText, useText } from '../../text/index.ts';
import { Button, LiveRegion, Remaining, TickingRing, useTick } from '../../ui/index.ts';

export interface AutoWrapUpProps {
  readonly taskId: TaskId;
  readonly since: number;
  readonly autoAt: number;
  readonly canExtend: boolean;
}

/** Seconds left at which a screen reader is told. */
const SPOKEN_AT = [60, 30, 10] as const;

export function AutoWrapUp({ taskId, since, autoAt, canExtend }: AutoWrapUpProps): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const fallback = useDesk((view) => view.agent?.wrapUpCodes.find((code) => code.isDefault)?.name ?? 'none');
  const [failure, setFailure] = useState<Failure | null>(null);
  const spoken = useTick((now) => SPOKEN_AT.findLast((seconds) => autoAt - now <= seconds * 1000) ?? 0);
  const total = Math.max(1, autoAt - since);

  const extend = async (): Promise<void> => {
    const result = await command('task.extendWrapUp', { taskId });
    setFailure(result.ok ? null : result.failure);
  };

  return (
    <div className="wrapup-auto">
      <TickingRing size="m" share={(now) => (autoAt - now) / total} tone={(now) => (autoAt - now <= 10_000 ? 'warn' : 'accent')} />
      <p className="grow">
        <span className="strong"><RichText id="wrapUp.auto" values={{ time: <Remaining until={autoAt} style="mm:ss" /> }} /></span>
        <span className="cap">{failure === null ? text('wrapUp.autoHint', { reason: fallback }) : failureText(failure)}</span>
      </p>
      {canExtend && <Button size="s" onPress={() => { void extend(); }}>{text('wrapUp.extend')}</Button>}
      <LiveRegion text={spoken === 0 ? '' : text('wrapUp.autoSpoken', { seconds: spoken })} />
    </div>
  );
}

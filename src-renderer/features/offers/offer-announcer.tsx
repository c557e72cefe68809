// Says each new offer once, at once. The popovers themselves are silent, or their timers would never stop talking.
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { offerIds, ronaSeconds, sameIds, useDesk, useDeskReader } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { LiveRegion } from '../../ui/index.ts';

export function OfferAnnouncer(): ReactElement {
  const text = useText();
  const [said, setSaid] = useState('');
  const known = useRef<ReadonlySet<string>>(new Set());
  const read = useDeskReader();
  const offered = useDesk((view) => offerIds(view.tasks).filter((id) => view.tasks[id]?.phase.name === 'offered'), sameIds);

  useEffect(() => {
    const sentences = offered.filter((id) => !known.current.has(id)).flatMap((id) => {
      const task = read().tasks[id];
      if (task?.phase.name !== 'offered') return [];
      return [text('offers.announce', { name: task.customerName.text, queue: task.queueName, seconds: ronaSeconds(task.phase, Date.now()) })];
    });
    known.current = new Set(offered);
    if (sentences.length > 0) setSaid(sentences.join(' '));
    else if (offered.length === 0) setSaid('');
  }, [offered, read, text]);

  return <LiveRegion text={said} urgency="assertive" />;
}

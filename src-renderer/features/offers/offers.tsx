// The popovers: one request as a card, several as one stack, earliest on top, five at a time.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { acceptableIds, offerIds, sameIds, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Button, Icon, IconButton } from '../../ui/index.ts';
import { OfferAnnouncer } from './offer-announcer.tsx';
import { OfferCard } from './offer-card.tsx';
import { OfferRow } from './offer-row.tsx';
import './offers.css';
import { useAccept } from './use-accept.ts';

const PAGE = 5;

export function Offers(): ReactElement {
  const text = useText();
  const ids = useDesk((view) => offerIds(view.tasks), sameIds);
  const [only] = ids;
  return (
    <>
      <OfferAnnouncer />
      {only !== undefined && (
        // Stays in reach while a dialog is open: a request does not wait for the dialog.
        <aside className="offers" aria-label={text('offers.region')} data-react-aria-top-layer="true">
          {ids.length === 1 ? <OfferCard taskId={only} /> : <Stack ids={ids} />}
        </aside>
      )}
    </>
  );
}

function Stack({ ids }: { readonly ids: readonly string[] }): ReactElement {
  const text = useText();
  const accept = useAccept();
  const acceptable = useDesk((view) => acceptableIds(view.tasks, view.agent?.capacity ?? 0), sameIds);
  const [asked, setPage] = useState(0);
  // Requests that are answered make the last page empty: show the last one that is not.
  const lastPage = Math.ceil(ids.length / PAGE) - 1;
  const page = Math.min(asked, lastPage);
  const first = page * PAGE;
  const shown = ids.slice(first, first + PAGE);
  return (
    <div className="deck">
      <div className="offer">
        <header>
          <Icon name="messages" size="s" />
          <span className="grow">{text('offers.title')}</span>
          {lastPage > 0 && (
            <>
              <span className="cap">{text('offers.range', { first: first + 1, last: first + shown.length, total: ids.length })}</span>
              <IconButton size="s" icon="left" label={text('offers.previous')} unavailable={page === 0} onPress={() => { setPage(page - 1); }} />
              <IconButton size="s" icon="right" label={text('offers.next')} unavailable={page === lastPage} onPress={() => { setPage(page + 1); }} />
            </>
          )}
        </header>
        <ol>{shown.map((id) => <OfferRow key={id} taskId={id} />)}</ol>
        {acceptable.length > 1 && (
          <div className="offer-foot">
            <Button kind="primary" wide onPress={() => { void accept(acceptable); }}>{text('offers.acceptMany', { count: acceptable.length })}</Button>
          </div>
        )}
      </div>
    </div>
  );
}

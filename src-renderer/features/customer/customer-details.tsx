// The customer of the open conversation: identity as far as policy shows it, device, routing, associated data. Only what is known has a section.
import type { ReactElement } from 'react';
import { useIntl } from 'react-intl';
import type { CustomerView } from '../../../src-shared/ipc/view.ts';
import { useDesk } from '../../desk/index.ts';
import { MaskedText, useText, useTimeFormats } from '../../text/index.ts';
import { Avatar, Icon, useTick } from '../../ui/index.ts';
import { AssociatedData } from './associated-data.tsx';
import './customer.css';
import { capabilityChips, deviceFacts } from './device.ts';
import { EarlierChats } from './earlier-chats.tsx';
import { Fact, Part } from './part.tsx';

export function CustomerDetails(): ReactElement | null {
  const customer = useDesk((view) => view.open?.customer ?? null);
  const taskId = useDesk((view) => view.open?.taskId ?? null);
  if (customer === null || taskId === null) return null;
  return (
    <div className="customer">
      <Identity customer={customer} />
      <Device device={customer.device} />
      <Routing customer={customer} />
      <AssociatedData key={`data ${taskId}`} taskId={taskId} data={customer.associatedData} />
      <EarlierChats key={`earlier ${taskId}`} taskId={taskId} known={customer.known} />
    </div>
  );
}

function Identity({ customer }: { readonly customer: CustomerView }): ReactElement {
  const text = useText();
  const initials = useDesk((view) => (view.open === null ? '' : (view.tasks[view.open.taskId]?.initials ?? '')));
  const organisation = useDesk((view) => view.agent?.orgName ?? '');
  const others = (customer.known?.record?.identifiers ?? []).filter(({ value }) => value.text !== '' && value.text !== customer.number.text);
  const masked = [customer.name, customer.number, ...others.map(({ value }) => value), ...customer.associatedData.map((datum) => datum.value)].some((value) => value.spans.length > 0);
  return (
    <section className="customer-part customer-identity">
      <div className="row">
        <Avatar initials={initials} size="l" />
        <div className="grow">
          <h2><MaskedText value={customer.name} /></h2>
          {organisation !== '' && <p className="cap">{text('customer.customerOf', { organisation })}</p>}
        </div>
      </div>
      {(customer.number.text !== '' || others.length > 0) && (
        <dl className="kv">
          {customer.number.text !== '' && <Fact label={text('customer.phone')}><MaskedText value={customer.number} /></Fact>}
          {others.map(({ type, value }) => <Fact key={`${type} ${value.text}`} label={text('customer.identifier', { type })}><MaskedText value={value} /></Fact>)}
        </dl>
      )}
      {masked && <p className="cap customer-masked"><Icon name="mask" size="xs" />{text('customer.masked')}</p>}
    </section>
  );
}

function Device({ device }: { readonly device: CustomerView['device'] }): ReactElement | null {
  const text = useText();
  const seen = useSeen();
  if (device === null) return null;
  const { name, icon } = deviceFacts(device.name, text('customer.unknownDevice'));
  return (
    <Part title={text('customer.device')}>
      <div className="row"><Icon name={icon} /><span className="grow">{name}</span><span className="cap">{seen(device.seenAt)}</span></div>
      {device.capabilities === null ? <p className="cap">{text('customer.capabilitiesUnknown')}</p> : (
        <ul className="customer-capabilities" aria-label={text('customer.capabilities')}>
          {capabilityChips(device.capabilities).map(({ code, on }) => (
            <li key={code} className={`chip${on ? '' : ' chip-off'}`}>
              <Icon name={on ? 'check' : 'close'} size="xs" />{text(on ? 'customer.capability' : 'customer.capabilityOff', { code })}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** The time for a message of today, the date for an older one. */
function useSeen(): (at: number) => string {
  const text = useText();
  const intl = useIntl();
  const { time } = useTimeFormats();
  const today = useTick((now) => new Date(now).toDateString());
  return (at) => (new Date(at).toDateString() === today
    ? text('customer.seenAt', { time: time(at) })
    : text('customer.seenOn', { date: intl.formatDate(at, { day: 'numeric', month: 'short' }) }));
}

function Routing({ customer: { intent, group, locale } }: { readonly customer: CustomerView }): ReactElement | null {
  const text = useText();
  const facts = [
    { label: text('customer.intent'), value: intent },
    { label: text('customer.group'), value: group },
    { label: text('customer.locale'), value: locale },
  ].filter(({ value }) => value !== null && value !== '');
  if (facts.length === 0) return null;
  return (
    <Part title={text('customer.routing')}>
      <dl className="kv">{facts.map(({ label, value }) => <Fact key={label} label={label}>{value}</Fact>)}</dl>
    </Part>
  );
}

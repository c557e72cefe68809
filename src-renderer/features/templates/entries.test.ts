import { describe, expect, it } from 'vitest';
import { neededCapability, readCapabilities } from '../../../src-shared/domain/capabilities.ts';
import { outboundKinds } from '../../../src-shared/domain/outbound.ts';
import type { TemplateEntryView } from '../../../src-shared/ipc/view.ts';
import { entriesOf } from './entries.ts';
import { countsOf, everything, shownOf } from './filters.ts';

const template = (id: string, over: Partial<TemplateEntryView> = {}): TemplateEntryView => ({
  id, name: id, category: 'Repair', language: 'en', shortcut: id, kind: 'text', needs: null, words: '', variables: [], withdrawn: null, favourite: false, uses: 0, lastUsedAt: null, ...over,
});
const library = (...all: readonly TemplateEntryView[]) => Object.fromEntries(all.map((one) => [one.id, one]));
const device = (capabilities: string | null, deviceAgent = 'Mac OS X') => readCapabilities({ capabilities, deviceAgent, seenAt: 7 });
const ids = (entries: readonly { readonly templateId: string }[]) => entries.map(({ templateId }) => templateId);

describe('the library in the picker', () => {
  it('has the customer’s language first, then what is used most, then by name', () => {
    const entries = entriesOf(library(template('b'), template('a'), template('used', { uses: 3 }), template('nl', { language: 'nl', uses: 9 })), device('QUICK'), 'en_GB');
    expect(ids(entries)).toEqual(['used', 'a', 'b', 'nl']);
    expect(ids(entriesOf(library(template('b'), template('nl', { language: 'nl' })), device('QUICK'), 'nl_NL'))).toEqual(['nl', 'b']);
  });

  it('blocks what the device does not list, with what it lacks; what is withdrawn whatever the device', () => {
    const all = library(...outboundKinds.map((kind) => template(kind, { kind, needs: neededCapability[kind] })), template('gone', { withdrawn: 'asset' }));
    const blocked = (capabilities: string | null) => ids(entriesOf(all, device(capabilities), null).filter((entry) => entry.blocked !== null)).sort();
    expect(blocked('quick, list ,TIME,form')).toEqual(['gone']);
    expect(blocked('LIST,TIME,QUICK')).toEqual(['form', 'gone']);
    expect(blocked('')).toEqual(['form', 'gone', 'listPicker', 'quickReply', 'timePicker']);
    expect(blocked(null)).toEqual(['form', 'gone', 'listPicker', 'quickReply', 'timePicker']);
    expect(entriesOf(all, device('LIST'), null).find((entry) => entry.kind === 'form')?.blocked).toMatchObject({ why: 'device', refusal: { reason: 'unsupportedByDevice', missing: 'FORM', device: 'mac', seenAt: 7 } });
    expect(entriesOf(all, device(null), null).find((entry) => entry.kind === 'form')?.blocked).toMatchObject({ refusal: { reason: 'capabilitiesUnknown' } });
  });
});

describe('filters', () => {
  const entries = entriesOf(library(
    template('a', { favourite: true, lastUsedAt: 5 }), template('b', { kind: 'form', needs: 'FORM', category: 'Billing', lastUsedAt: 9 }), template('c', { kind: 'form', needs: 'FORM' }), template('d', { lastUsedAt: 7 }),
  ), device('LIST'), null);

  it('show one part of what was found, what can be used first', () => {
    expect(ids(shownOf(entries, everything))).toEqual(['a', 'd', 'b', 'c']);
    expect(ids(shownOf(entries, { by: 'favourites' }))).toEqual(['a']);
    expect(ids(shownOf(entries, { by: 'recent' }))).toEqual(['d', 'a', 'b']);
    expect(ids(shownOf(entries, { by: 'category', category: 'Billing' }))).toEqual(['b']);
    expect(ids(shownOf(entries, { by: 'kind', kind: 'form' }))).toEqual(['b', 'c']);
  });

  it('count what they have, and say which type is off altogether', () => {
    const counts = countsOf(entries, ['Billing', 'Repair']);
    const of = (test: (filter: (typeof counts)[number]['filter']) => boolean) => counts.find(({ filter }) => test(filter));
    expect(of(({ by }) => by === 'all')).toMatchObject({ count: 4, off: false });
    expect(of((filter) => filter.by === 'category' && filter.category === 'Repair')?.count).toBe(3);
    expect(of((filter) => filter.by === 'kind' && filter.kind === 'form')).toMatchObject({ count: 2, off: true });
    expect(of((filter) => filter.by === 'kind' && filter.kind === 'timePicker')).toMatchObject({ count: 0, off: false });
  });
});

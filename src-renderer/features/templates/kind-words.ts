// What the types of templates are called, and why one cannot be used on the customer's device.
import { useCallback } from 'react';
import type { Compatibility, DeviceKind } from '../../../src-shared/domain/capabilities.ts';
import { useText, useTimeFormats } from '../../text/index.ts';
import type { IconName } from '../../ui/index.ts';
import type { Blocked, TemplateKind } from './entries.ts';

export const kindIcons: Readonly<Record<TemplateKind, IconName>> = {
  text: 'text', attachments: 'textWithAttachment', richLink: 'link', quickReply: 'quickReply', listPicker: 'list', timePicker: 'calendar', form: 'form',
};

export const deviceIcons: Readonly<Record<DeviceKind, IconName>> = { iphone: 'phone', mac: 'laptop', watch: 'clock', tv: 'laptop', other: 'phone' };

export function useKindName(): (kind: TemplateKind) => string {
  const text = useText();
  return useCallback((kind) => text('templates.kind', { kind }), [text]);
}

export function useRefusalText(): (refusal: Extract<Compatibility, { readonly ok: false }>) => string {
  const text = useText();
  const { time } = useTimeFormats();
  return useCallback(({ reason, missing, device, seenAt }) => (
    reason === 'capabilitiesUnknown' || seenAt === null
      ? text('templates.why.unknown', { missing })
      : text('templates.why.unsupported', { device: text('templates.device', { device }), missing, time: time(seenAt) })
  ), [text, time]);
}

export function useWhy(): (blocked: Blocked) => string {
  const text = useText();
  const refusalText = useRefusalText();
  return useCallback((blocked) => (blocked.why === 'withdrawn' ? text(`templates.why.${blocked.by}`) : refusalText(blocked.refusal)), [text, refusalText]);
}

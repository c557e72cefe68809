// The administrator's rules for files in words, to be read before anything is attached.
import { useCallback } from 'react';
import type { Policy } from '../../../src-shared/domain/policy.ts';
import { megabytes } from '../../../src-shared/domain/attachment-rules.ts';
import { useText } from '../../text/index.ts';

/** image/jpeg -> JPEG; image/* and what has a long name go by their family. */
function typeWords(mimeTypes: readonly string[]): string {
  const words = mimeTypes.map((one) => {
    const [family = '', kind = ''] = one.split('/');
    return kind === '*' ? family : kind.replace(/^x-/, '').length <= 5 ? kind.replace(/^x-/, '').toUpperCase() : (kind.split(/[.+]/).at(-1) ?? kind);
  });
  return [...new Set(words)].join(', ');
}

export function useRulesText(): (rules: Policy['attachments']) => string {
  const text = useText();
  return useCallback((rules: Policy['attachments']) => {
    if (!rules.allowed || rules.maxCount === 0) return text('files.notAllowed');
    const limits = text('files.rules', { count: rules.maxCount, size: megabytes(rules.maxSize) });
    return rules.mimeTypes.length === 0 ? limits : `${limits} ${text('files.rulesTypes', { types: typeWords(rules.mimeTypes) })}`;
  }, [text]);
}

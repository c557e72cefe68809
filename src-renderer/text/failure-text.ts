// The sentence of a failure: what happened and what to do, in the agent's language.
import { useCallback } from 'react';
import type { Failure } from '../../src-shared/domain/failure.ts';
import { useText } from './text.ts';

export function useFailureText(): (failure: Failure) => string {
  const text = useText();
  return useCallback((failure: Failure) => text(`failure.${failure.code}`, { count: 0, by: 0, reason: 'none', ...failure.values }), [text]);
}

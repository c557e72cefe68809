import { expect, test } from 'vitest';
import type { Workflow } from '../../../src-shared/domain/workflow.ts';
import { answersOf, missing } from './answers.ts';

const workflow: Workflow = {
  id: 'w', name: 'Check warranty', description: '',
  inputs: [
    { name: 'serial', label: 'Serial number', type: 'text', required: true },
    { name: 'age', label: 'Age', type: 'number', required: false },
    { name: 'urgent', label: 'Urgent', type: 'boolean', required: false },
  ],
};

test('a required input that is empty or blank holds the start back, and so does a word where a number goes', () => {
  expect(missing(workflow, {})?.name).toBe('serial');
  expect(missing(workflow, { serial: '  ' })?.name).toBe('serial');
  expect(missing(workflow, { serial: 'A1', age: 'old' })?.name).toBe('age');
  expect(missing(workflow, { serial: 'A1', age: '3' })).toBeNull();
});

test('what was left empty is not sent; a box that is not ticked says no', () => {
  expect(answersOf(workflow, { serial: ' A1 ' })).toEqual({ serial: 'A1', urgent: false });
  expect(answersOf(workflow, { serial: 'A1', age: '3', urgent: true })).toEqual({ serial: 'A1', age: 3, urgent: true });
});

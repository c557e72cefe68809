import { expect, test } from 'vitest';
import { initialsOf } from './projection.ts';

test.each([
  ['Melissa Jansen', 'MJ'], ['Noor van den Berg', 'NB'], ['Youssef El Amrani', 'YE'], ['Sanne de Vries', 'SV'], ['melissa jansen', 'MJ'], ['Cher', 'C'],
  ['m******@gmail.com', 'M'], ['*********7542', '7'], ['李 小龍', '李小'], ['', '?'], ['***', '?'],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

// The rules of links, tray and window place.
import { describe, expect, test } from 'vitest';
import { deepLinkIn, parseDeepLink } from './deep-links.ts';
import { drawTrayIcon, drawUnreadDot } from './drawing.ts';
import { layoutOf, placeOn } from './window-place.ts';

describe('links', () => {
  test.each(['parley://task/3f2a-9b', 'parley://task/3f2a-9b/'])('%s opens a task', (link) => {
    expect(parseDeepLink(link)).toEqual({ kind: 'task', taskId: '3f2a-9b' });
  });

  test.each([
    'parley://task/', 'parley://task/a/b', 'parley://task/..', 'parley://task/a?x=1', 'parley://task/a#b', 'parley://task/a%2e', 'parley://user@task/a', 'parley://other/a',
    'parley:task/a', 'PARLEY://task/a', 'https://task/a', ' parley://task/a', 'parley://task/a\n', `parley://task/${'a'.repeat(65)}`, '--parley://task/a', '',
  ])('%j is not understood', (link) => {
    expect(parseDeepLink(link)).toBeNull();
  });

  test('the last link of a command line counts', () => {
    expect(deepLinkIn(['/opt/parley', '--flag', 'parley://task/a', 'parley://nowhere/b'])).toEqual({ kind: 'task', taskId: 'a' });
    expect(deepLinkIn(['/opt/parley'])).toBeNull();
  });
});

describe('the place of the window', () => {
  const office = [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }, { id: 2, workArea: { x: 1920, y: 0, width: 1280, height: 984 } }];
  const road = office.slice(0, 1);
  const place = (x: number, y: number) => ({ x, y, width: 1280, height: 800, maximised: false });

  test('each set of displays has a name, in whatever order they come', () => {
    expect(layoutOf(office)).toBe(layoutOf([...office].reverse()));
    expect(layoutOf(office)).not.toBe(layoutOf(road));
  });

  test.each([
    ['in sight', place(100, 100), true], ['partly beyond the edge', place(1700, 100), true], ['on a display that is gone', place(2000, 100), false],
    ['above the top', place(100, -300), false], ['below the bottom', place(100, 1030), false], ['nearly out of sight', place(-1200, 100), false],
  ])('%s', (_name, known, kept) => {
    expect(placeOn(known, road)).toEqual(kept ? known : null);
  });

  test('an unknown place is none', () => {
    expect(placeOn(null, road)).toBeNull();
  });
});

test('the pictures have clear corners, the mark in the middle and the status on the corner', () => {
  const size = 32;
  const pixel = (picture: Buffer, x: number, y: number): number[] => [...picture.subarray((y * size + x) * 4, (y * size + x) * 4 + 4)];
  const rona = drawTrayIcon(size, 'rona');
  expect(pixel(rona, 0, 0)).toEqual([0, 0, 0, 0]);
  expect(pixel(rona, 3, 16)).toEqual([0xd5, 0x5c, 0x0b, 255]);
  expect(pixel(rona, 24, 24)).toEqual([0x24, 0x2e, 0xcf, 255]);
  expect(pixel(drawTrayIcon(size, null), 28, 16)).toEqual([0xd5, 0x5c, 0x0b, 255]);
  expect(pixel(drawUnreadDot(size), 16, 16)).toEqual([0x24, 0x2e, 0xcf, 255]);
});

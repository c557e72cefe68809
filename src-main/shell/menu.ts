// The menu of macOS: what its users find in every app, by the system's roles, in the agent's language. The window's own actions are in the window.
import type { MenuItemConstructorOptions } from 'electron';
import type { MessageId } from '../../src-shared/locales/index.ts';
import type { WindowKey } from './window-keys.ts';

type TextOf = (id: MessageId) => string;

export function menuTemplate(text: TextOf, press: (key: WindowKey) => void): MenuItemConstructorOptions[] {
  const role = (name: NonNullable<MenuItemConstructorOptions['role']>, label: MessageId): MenuItemConstructorOptions => ({ role: name, label: text(label) });
  const own = (key: WindowKey, label: MessageId, accelerator: string): MenuItemConstructorOptions => ({ label: text(label), accelerator, click: () => { press(key); } });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      label: text('common.product'),
      submenu: [
        role('about', 'menu.about'), line, role('services', 'menu.services'), line,
        role('hide', 'menu.hide'), role('hideOthers', 'menu.hideOthers'), role('unhide', 'menu.unhide'), line, role('quit', 'menu.quit'),
      ],
    },
    {
      label: text('menu.edit'),
      submenu: [
        role('undo', 'menu.undo'), role('redo', 'menu.redo'), line, role('cut', 'menu.cut'), role('copy', 'menu.copy'), role('paste', 'menu.paste'),
        role('pasteAndMatchStyle', 'menu.pastePlain'), role('delete', 'menu.delete'), role('selectAll', 'menu.selectAll'),
      ],
    },
    {
      label: text('menu.view'),
      submenu: [
        own('zoomIn', 'shortcuts.action.zoomIn', 'Cmd+='), own('zoomOut', 'shortcuts.action.zoomOut', 'Cmd+-'), own('zoomReset', 'shortcuts.action.zoomReset', 'Cmd+0'), line,
        role('togglefullscreen', 'shortcuts.action.fullScreen'),
      ],
    },
    { role: 'windowMenu', label: text('menu.window'), submenu: [role('minimize', 'menu.minimise'), role('zoom', 'menu.zoomWindow'), role('close', 'menu.close'), line, role('front', 'menu.front')] },
  ];
}

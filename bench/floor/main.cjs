// The floor: the least an Electron app can be. One sandboxed window of Parley's size on a page with nothing to do.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

const page = process.env.PARLEY_FLOOR_PAGE ?? 'empty.html';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { contextIsolation: true, sandbox: true, backgroundThrottling: false } });
  void window.loadFile(join(__dirname, page));
});
app.on('window-all-closed', () => { app.quit(); });

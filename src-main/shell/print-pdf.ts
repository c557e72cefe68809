// Prints a page of our own making to PDF, in a hidden window that runs no script and reaches nothing.
import { BrowserWindow, session } from 'electron';

const SCHEME = 'parley-print';
const ADDRESS = `${SCHEME}://page/`;
const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Rejects when the page cannot be printed. The page exists for as long as it takes, in memory only. */
export async function printPdf(page: string): Promise<Uint8Array> {
  const own = session.fromPartition(`print-${String(Date.now())}`, { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, answer) => { answer(false); });
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest(({ url }, answer) => { answer({ cancel: url !== ADDRESS }); });
  own.protocol.handle(SCHEME, () => new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy } }));
  const window = new BrowserWindow({
    show: false, width: 794, height: 1123,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, webSecurity: true, webviewTag: false, images: false, spellcheck: false },
  });
  try {
    await window.loadURL(ADDRESS);
    return await window.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true, printBackground: true, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: '<div style="width:100%;text-align:center;font-size:8px"><span class="pageNumber"></span> / <span class="totalPages"></span></div>' });
  } finally {
    window.destroy();
    own.protocol.unhandle(SCHEME);
  }
}

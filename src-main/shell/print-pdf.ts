// Prints a page of our own making to PDF, in a hidden window that runs no script and reaches nothing.
import { BrowserWindow, session } from 'electron';

const SCHEME = 'parley-print';
const ADDRESS = `${SCHEME}://page/`;
/** On every page whose it is, should it get loose, and which page it is. */
const FOOTER = '<div style="width:100%;margin:0 16mm;display:flex;justify-content:space-between;font:9px Inter,Segoe UI,Helvetica Neue,Noto Sans,Arial,sans-serif;color:#454c59"><bdi class="title"></bdi><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>';
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
    // Tagged and with its headings as an outline: a screen reader reads it as what it is.
    return await window.webContents.printToPDF({
      pageSize: 'A4', preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true,
      displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: FOOTER,
    });
  } finally {
    window.destroy();
    own.protocol.unhandle(SCHEME);
  }
}

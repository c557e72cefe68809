// What kinds of file there are: their media types by extension, which can be drawn, and which must never be kept as a document.

/** What the page's engine draws. HEIC, the usual form of an iPhone's photos, is not among them. */
const drawn: ReadonlySet<string> = new Set(['image/jpeg', 'image/jpg', 'image/png', 'image/gif', 'image/webp']);

const bare = (mimeType: string): string => (mimeType.split(';')[0] ?? '').trim().toLowerCase();

export const isPicture = (mimeType: string): boolean => drawn.has(bare(mimeType));

const byExtension: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', gif: 'image/gif', webp: 'image/webp', heic: 'image/heic', heif: 'image/heif', tif: 'image/tiff', tiff: 'image/tiff', svg: 'image/svg+xml', bmp: 'image/bmp',
  mp4: 'video/mp4', m4v: 'video/x-m4v', mov: 'video/quicktime', webm: 'video/webm', avi: 'video/x-msvideo',
  mp3: 'audio/mpeg', m4a: 'audio/x-m4a', aac: 'audio/aac', wav: 'audio/wav', amr: 'audio/amr', caf: 'audio/x-caf', ogg: 'audio/ogg',
  pdf: 'application/pdf', txt: 'text/plain', csv: 'text/csv', rtf: 'application/rtf', html: 'text/html', htm: 'text/html', md: 'text/markdown',
  vcf: 'text/vcard', ics: 'text/calendar', json: 'application/json', xml: 'application/xml', pkpass: 'application/vnd.apple.pkpass', usdz: 'model/vnd.usdz+zip',
  doc: 'application/msword', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint', pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet',
  pages: 'application/vnd.apple.pages', numbers: 'application/vnd.apple.numbers', key: 'application/vnd.apple.keynote',
  zip: 'application/zip', gz: 'application/gzip', '7z': 'application/x-7z-compressed', rar: 'application/vnd.rar',
};

export const UNKNOWN_TYPE = 'application/octet-stream';

const extensionOf = (fileName: string): string => (/\.([^.\s]{1,10})\s*$/u.exec(fileName)?.[1] ?? '').toLowerCase();

/** By the name's extension; `said` is what somebody else believes, where the extension says nothing. */
export function mediaTypeOf(fileName: string, said = ''): string {
  const extension = extensionOf(fileName);
  return (Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined) ?? (/^[\w.+-]+\/[\w.+-]+$/.test(bare(said)) ? bare(said) : UNKNOWN_TYPE);
}

/** Extensions that the operating systems run, or that change the system when they are opened. */
const runs: ReadonlySet<string> = new Set([
  'exe', 'com', 'bat', 'cmd', 'msi', 'msix', 'appx', 'scr', 'pif', 'cpl', 'dll', 'sys', 'jar', 'js', 'jse', 'vbs', 'vbe', 'wsf', 'wsh', 'hta', 'ps1', 'psm1', 'lnk', 'url', 'reg', 'inf', 'scf',
  'app', 'command', 'tool', 'pkg', 'mpkg', 'dmg', 'iso', 'img', 'vhd', 'mobileconfig', 'terminal', 'workflow', 'scpt', 'applescript',
  'sh', 'bash', 'run', 'desktop', 'deb', 'rpm', 'appimage', 'snap', 'flatpak', 'py', 'pl', 'rb', 'xll', 'docm', 'xlsm', 'pptm', 'chm', 'msc', 'gadget', 'application', 'website', 'library-ms', 'settingcontent-ms',
]);
const programTypes = /^application\/(x-ms(download|dos-program|i|download)|x-executable|x-sharedlib|x-mach-binary|x-elf|x-sh|x-bat|x-msi|java-archive|vnd\.microsoft\.portable-executable|x-apple-diskimage|hta|x-java-jnlp-file)$/;

/** A file that could run something on the agent's computer: it is neither opened nor saved. */
export const isProgram = (fileName: string, mimeType: string): boolean => runs.has(extensionOf(fileName)) || programTypes.test(bare(mimeType));

/** Longest name that is kept, in UTF-16 units. */
const MAX_NAME = 200;

/** A file's name without path, control characters and marks that turn the direction of writing, which make "exe.jpg" of "gpj.exe". */
export function plainFileName(name: string): string {
  const clean = (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}|\p{Bidi_Control}/gu, '').trim();
  if (clean.length <= MAX_NAME) return clean;
  const extension = /\.[^.\s]{1,10}$/u.exec(clean)?.[0] ?? '';
  return clean.slice(0, MAX_NAME - extension.length).replace(/[\ud800-\udbff]$/, '') + extension;
}

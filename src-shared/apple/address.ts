// The address of a link, read as the browser reads it, so that the host shown is the host opened.

/** Beyond the language itself, but in every place this code runs in. */
declare const URL: {
  new (text: string): { readonly href: string; readonly protocol: string; readonly hostname: string; readonly username: string; readonly password: string };
  canParse: (text: string) => boolean;
};

export interface Address {
  readonly href: string;
  /** In ASCII: a host in other letters cannot pass for one it is not. */
  readonly host: string;
  /** https without credentials. */
  readonly opens: boolean;
}

/** null = it is no address with a host. */
export function addressOf(text: unknown): Address | null {
  if (typeof text !== 'string' || !URL.canParse(text.trim())) return null;
  const { href, hostname, protocol, username, password } = new URL(text.trim());
  return hostname === '' ? null : { href, host: hostname, opens: protocol === 'https:' && username === '' && password === '' };
}

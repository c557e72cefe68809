// What the environment may say to Parley: the ways in for QA, scripts and administrators. Read once, at the start.

export interface Environment {
  /** Base URL of a contact centre instead of the local sandbox or a region. */
  readonly contactCentre: string | null;
  /** A ready access token: sign in with it without asking. Never logged, never shown. */
  readonly accessToken: string | null;
  /** OAuth client id of the tenant's integration. */
  readonly clientId: string | null;
  /** 32 bytes in base64: keeps the agent's work encrypted where the system has no key store (kiosks, virtual desktops). */
  readonly storageKey: string | null;
  /** The organisation's file where the computer has none of its own (docs/administration.md). */
  readonly policyFile: string | null;
  /** The page of a development server instead of the bundled one; honoured in unpackaged apps only. */
  readonly rendererUrl: string | null;
}

const text = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value.trim());

export const readEnvironment = (env: NodeJS.ProcessEnv): Environment => ({
  contactCentre: text(env['PARLEY_CONTACT_CENTRE']),
  accessToken: text(env['PARLEY_ACCESS_TOKEN']),
  clientId: text(env['PARLEY_CLIENT_ID']),
  storageKey: text(env['PARLEY_STORAGE_KEY']),
  policyFile: text(env['PARLEY_POLICY_FILE']),
  rendererUrl: text(env['ELECTRON_RENDERER_URL']),
});

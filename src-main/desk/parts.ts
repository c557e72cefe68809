// What the rooms of the desk share, passed in by the composition root: no room reaches for a global.
import type { Clock } from '../../src-shared/domain/clock.ts';
import type { RunHealth } from '../../src-shared/domain/diagnostics.ts';
import type { FailureCode } from '../../src-shared/domain/failure.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import type { CentreChoice, RememberedChoices } from '../../src-shared/domain/preferences.ts';
import type { CommandName } from '../../src-shared/ipc/commands.ts';
import type { AppView, SessionView, SettingsView } from '../../src-shared/ipc/view.ts';
import type { TemplateHabits } from '../../src-shared/domain/template.ts';
import type { CentreCredentials, ContactCentre } from '../centre/contact-centre.ts';
import type { Masker } from '../masking/index.ts';
import type { Press } from './export.ts';
import type { FileStore } from './file-store.ts';
import type { OutsideFiles } from './outside-files.ts';
import type { FitPicture } from './shrink-picture.ts';
import type { SettingsPart } from './slices/settings.ts';
import type { WorkFile } from './work.ts';

/** The way in: starts the local sandbox when it is chosen, and lets the agent sign in through the system browser. */
export interface SignInDoor {
  readonly open: (
    centre: CentreChoice,
    progress: (step: Extract<SessionView, { step: 'startingSandbox' | 'waitingForBrowser' }>) => void,
    signal: AbortSignal,
  ) => Promise<Result<CentreCredentials>>;
}

export interface Preferences {
  readonly remembered: () => RememberedChoices | null;
  readonly remember: (choices: RememberedChoices | null) => void;
  readonly setAppearance: (part: Partial<Pick<AppView, 'theme' | 'contrast' | 'locale'>>) => void;
}

export interface DeskParts {
  readonly centre: ContactCentre;
  readonly door: SignInDoor;
  readonly preferences: Preferences;
  readonly masker: Masker;
  /** Opens the file of one agent's unfinished work; `owner` is agent and organisation. */
  readonly workFile: (owner: string) => WorkFile;
  /** Where the bytes of files that agent attaches are kept. */
  readonly fileStore: (owner: string) => FileStore;
  /** Asks the system browser to open an address; resolves to whether it was asked. */
  readonly openAddress: (address: string) => Promise<boolean>;
  /** Those of the words that are in no dictionary in use and not among the agent's own; absent = nothing can be looked up. */
  readonly misspelled?: (words: readonly string[]) => Promise<readonly string[]>;
  /** The computer's own files. */
  readonly outsideFiles: OutsideFiles;
  /** Absent = nothing can be exported. */
  readonly press?: Press;
  readonly clock: Clock;
  readonly random: () => number;
  readonly newId: () => string;
  readonly app: Omit<AppView, 'masking'>;
  /** How the agent wants to be told of news, and the keys they chose. Absent = the defaults, and changes last as long as the desk. */
  readonly settings?: {
    readonly chosen: SettingsView;
    /** false = the computer did not take it. */
    readonly save: (part: SettingsPart) => boolean;
  };
  /** The agent's habits with templates. Absent = none, and they last as long as the desk. */
  readonly templates?: { readonly habits: TemplateHabits; readonly save: (habits: TemplateHabits) => void };
  /** Makes a picture of the agent's fit for a card; null = it is none that can be drawn. Absent = none can. */
  readonly cardPicture?: (bytes: Uint8Array) => FitPicture | null;
  /** Absent = there is nothing to look at or to save. */
  readonly diagnostics?: { readonly read: () => RunHealth; readonly save: () => Promise<'saved' | 'cancelled' | 'failed'> };
  /** What became of each command; `code` null = done. */
  readonly commandEnded?: (name: CommandName, code: FailureCode | null) => void;
  /** A bug of ours, for the diagnostics. */
  readonly report: (error: unknown) => void;
}

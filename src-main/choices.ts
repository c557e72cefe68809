// The settings as they hold: what the organisation sets, over what the agent chose, over the defaults; and where each change goes.
import type { Zoom } from '../src-shared/domain/preferences.ts';
import type { SettingsView } from '../src-shared/ipc/view.ts';
import type { DeskParts } from './desk/parts.ts';
import { lockedBy, type AdminPolicy } from './settings/admin-policy.ts';
import type { PreferencesFile } from './settings/preferences.ts';
import type { LoginItem } from './shell/login-item.ts';

export interface ChoicesParts {
  readonly preferences: PreferencesFile;
  readonly policy: AdminPolicy;
  readonly login: LoginItem;
  readonly setZoom: (zoom: Zoom) => void;
}

export interface Choices {
  readonly appearance: ReturnType<PreferencesFile['appearance']>;
  readonly preferences: Pick<PreferencesFile, 'remembered' | 'remember' | 'setAppearance' | 'templates' | 'setTemplates'>;
  readonly settings: NonNullable<DeskParts['settings']>;
}

export function createChoices({ preferences, policy, login, setZoom }: ChoicesParts): Choices {
  const own = preferences.appearance();
  const notifications = preferences.notifications();
  const spelling = preferences.spelling();
  if (policy.startAtLogin !== undefined && policy.startAtLogin !== login.isOn()) login.set(policy.startAtLogin);
  const chosen: SettingsView = {
    notifications: { ...notifications, preview: policy.notificationPreview ?? notifications.preview },
    shortcuts: preferences.shortcuts(),
    taskOrder: preferences.taskOrder(),
    emoji: preferences.emoji(),
    ownWords: spelling.ownWords,
    spelling: policy.spelling ?? spelling.spelling,
    spellingLanguages: policy.spellingLanguages ?? spelling.spellingLanguages,
    zoom: policy.zoom ?? preferences.zoom(),
    startAtLogin: login.isOn(),
    centre: policy.centre ?? null,
    locked: lockedBy(policy),
    policyProblem: policy.problem,
  };
  return {
    appearance: { theme: policy.theme ?? own.theme, contrast: policy.contrast ?? own.contrast, locale: policy.language ?? own.locale },
    preferences: {
      remember: preferences.remember, setAppearance: preferences.setAppearance, templates: preferences.templates, setTemplates: preferences.setTemplates,
      remembered: () => {
        const remembered = preferences.remembered();
        return policy.centre === undefined || remembered?.centre === policy.centre ? remembered : { centre: policy.centre, station: null };
      },
    },
    settings: {
      chosen,
      save: (part) => {
        if (part.startAtLogin !== undefined && !login.set(part.startAtLogin)) return false;
        if (part.notifications) preferences.setNotifications(part.notifications);
        if (part.shortcuts) preferences.setShortcuts(part.shortcuts);
        if (part.taskOrder) preferences.setTaskOrder(part.taskOrder);
        if (part.emoji) preferences.setEmoji(part.emoji);
        preferences.setSpelling(part);
        if (part.zoom !== undefined) {
          preferences.setZoom(part.zoom);
          setZoom(part.zoom);
        }
        return true;
      },
    },
  };
}

// The agent's window as the agent reads it: everything is found by role and name.
import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/app.ts';

export interface Workspace {
  readonly page: Page;
  readonly offers: Locator;
  readonly taskList: Locator;
  readonly conversation: Locator;
  readonly transcript: Locator;
  readonly composer: Locator;
  readonly statusButton: Locator;
  readonly wrapUpDialog: Locator;
  /** Waits until the agent is signed in and the connection is live. */
  ready(): Promise<void>;
  goAvailable(): Promise<void>;
  goIdle(reason: string): Promise<void>;
  /** The request popover of a customer. */
  offer(name: string): Locator;
  accept(name: string): Promise<void>;
  send(text: string): Promise<void>;
  /** A bubble with exactly this text. */
  bubble(text: string): Locator;
  end(): Promise<void>;
  wrapUp(reason: string): Promise<void>;
  openTask(name: string): Promise<void>;
}

export function workspaceOf(page: Page): Workspace {
  const offers = page.getByRole('complementary', { name: 'New requests' });
  const taskList = page.getByRole('navigation', { name: 'Task list' });
  const conversation = page.getByRole('main', { name: 'Conversation' });
  const composer = conversation.getByRole('textbox', { name: 'Message' });
  const statusButton = page.getByRole('button', { name: /^Status:/ });
  const wrapUpDialog = page.getByRole('dialog', { name: 'Wrap-up reasons' });
  const chooseStatus = async (name: string): Promise<void> => {
    await statusButton.click();
    await page.getByRole('menuitemradio', { name, exact: true }).click();
  };
  const workspace: Workspace = {
    page, offers, taskList, conversation, composer, statusButton, wrapUpDialog,
    transcript: conversation.getByRole('log'),
    ready: async () => {
      await expect(statusButton).toBeVisible();
      await expect(page.getByText(/^Synced /)).toBeVisible();
    },
    goAvailable: async () => {
      await chooseStatus('Available');
      await expect(statusButton).toHaveAccessibleName('Status: Available');
    },
    goIdle: async (reason) => {
      await chooseStatus(reason);
      await expect(statusButton).toHaveAccessibleName(`Status: ${reason}`);
    },
    offer: (name) => offers.getByRole('article', { name: `New request: ${name}` }),
    accept: async (name) => {
      await offers.getByRole('button', { name: `Accept request from ${name}` }).click();
      await expect(conversation.getByRole('heading', { name })).toBeVisible();
      await expect(composer).toBeFocused();
    },
    send: async (text) => {
      await composer.fill(text);
      await composer.press('Enter');
      await expect(composer).toHaveValue('');
    },
    bubble: (text) => workspace.transcript.getByText(text, { exact: true }),
    end: async () => {
      await conversation.getByRole('button', { name: 'End', exact: true }).click();
      await page.getByRole('alertdialog', { name: 'End this conversation?' }).getByRole('button', { name: 'End', exact: true }).click();
      await expect(wrapUpDialog).toBeVisible();
    },
    wrapUp: async (reason) => {
      await wrapUpDialog.getByRole('option', { name: reason, exact: true }).first().click();
      await wrapUpDialog.getByRole('button', { name: 'Submit wrap-up' }).click();
      await expect(wrapUpDialog).toBeHidden();
    },
    openTask: async (name) => {
      await taskList.getByRole('button', { name: new RegExp(name) }).click();
    },
  };
  return workspace;
}

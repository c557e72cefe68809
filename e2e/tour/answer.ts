// A turn of a conversation: what the agent writes has reached the customer before anybody goes on.
import { expect } from '../fixtures/app.ts';
import type { Customer } from '../pages/customer.ts';
import type { Workspace } from '../pages/workspace.ts';

export async function answer(desk: Workspace, customer: Customer, text: string): Promise<void> {
  await desk.send(text);
  await expect.poll(() => customer.received()).toContain(text);
}

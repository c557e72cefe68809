// Main's half of the bridge: validates and runs commands, publishes the view.
import * as v from 'valibot';
import type { Clock } from '../../src-shared/domain/clock.ts';
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, type Result } from '../../src-shared/domain/result.ts';
import { channels } from '../../src-shared/ipc/bridge.ts';
import { commandSchemas, type CommandName } from '../../src-shared/ipc/commands.ts';
import type { Desk } from '../desk/desk.ts';
import type { IpcDoor } from './ipc.ts';
import type { Patch } from '../../src-shared/ipc/patch.ts';
import { createPublisher } from './publisher.ts';

const callSchema = v.strictObject({ name: v.string(), args: v.unknown() });

const isCommand = (name: string): name is CommandName => Object.hasOwn(commandSchemas, name);

/** Checks one call against the contract and runs it. `refused` hears the name of what does not fit, never its content. */
export async function runCommand(desk: Pick<Desk, 'command'>, payload: unknown, refused: (name: string) => void): Promise<Result<unknown>> {
  const call = v.safeParse(callSchema, payload);
  if (!call.success || !isCommand(call.output.name)) {
    refused('unknown');
    return fail(failure('badCommand'));
  }
  const { name } = call.output;
  const args = v.safeParse(commandSchemas[name], call.output.args);
  if (!args.success) {
    refused(name);
    return fail(failure('badCommand'));
  }
  return desk.command(name, args.output);
}

/** Masking was off and is on now, by the administrator's policy or because that is not known any more. */
export const turnsMaskingOn = ({ operations }: Patch): boolean =>
  operations.some((operation) => 'v' in operation && operation.p.join('.') === 'app.masking' && operation.v === true);

/** Connects one window to the desk. Answers the function that takes the connection down. */
export function openBridge(desk: Desk, door: IpcDoor, clock: Clock, refused: (name: string) => void): () => void {
  const publisher = createPublisher(desk.view, (patch) => {
    door.send(channels.patch, patch);
    // The patch hides what is shown at once; what the page remembers of before goes with the page.
    if (turnsMaskingOn(patch)) door.reload();
  }, clock);
  const stopWatching = desk.subscribe(publisher.changed);
  door.handle(channels.snapshot, () => {
    desk.pageAsks();
    return publisher.snapshot();
  });
  door.handle(channels.command, (payload) => runCommand(desk, payload, refused));
  return () => {
    stopWatching();
    publisher.stop();
    door.close();
  };
}

// What answers the commands of the window: one function a command.
import type { Result } from '../../src-shared/domain/result.ts';
import type { CommandArguments, CommandName, CommandValue } from '../../src-shared/ipc/commands.ts';

export type CommandHandlers = { readonly [N in CommandName]: (args: CommandArguments<N>) => Promise<Result<CommandValue<N>>> | Result<CommandValue<N>> };
export type AttachmentHandlers = Pick<CommandHandlers, Extract<CommandName, `attachment.${string}`>>;

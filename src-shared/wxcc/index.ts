// The contact-centre protocol, for the client and for the sandbox.
export * from './agent-frames.ts';
export * from './config.ts';
export * from './frames.ts';
export * from './interaction.ts';
export * from './message-frames.ts';
export * from './policy.ts';
export * from './rest.ts';
export * from './task-frames.ts';
export * from './token.ts';

// Apple Messages for Business: its JSON read into content, and content into its JSON.
export { fromWire, type Read, type WireMessage } from './from-wire.ts';
export { readOutbound } from './read-outbound.ts';
export { toWire, wireOf } from './to-wire.ts';
export { validate } from './validate.ts';

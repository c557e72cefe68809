// Apple Messages for Business: its JSON read into content.
export { fromWire, type Read, type WireMessage } from './from-wire.ts';

// The one object the preload puts on the window.
interface Window {
  readonly parley: import('../../src-shared/ipc/bridge.ts').ParleyBridge;
}

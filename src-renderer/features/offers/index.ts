// Requests that wait for the agent's Accept: popovers over the details, docked under the top bar where there is less room.
export { Offers } from './offers.tsx';
export { useAccept } from './use-accept.ts';

// The agent's status: the pill with its menu, and the banner of RONA.
export { RonaBanner } from './rona-banner.tsx';
export { StatusMenu } from './status-menu.tsx';

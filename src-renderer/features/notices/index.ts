// What the agent is told in a strip until it is dismissed.
export { Notices } from './notices.tsx';

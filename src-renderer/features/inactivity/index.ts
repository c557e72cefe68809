// The warning before an agent who does nothing is signed out.
export { InactivityWarning } from './inactivity-warning.tsx';

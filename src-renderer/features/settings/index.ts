// The settings page.
export { Settings } from './settings.tsx';

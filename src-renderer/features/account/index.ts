// The agent's account: who is signed in, about the app, signing out.
export { AccountMenu } from './account-menu.tsx';

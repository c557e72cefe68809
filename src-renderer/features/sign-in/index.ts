// Signing in: from the choice of a contact centre to the station, and what stands in its way.
export { SignIn } from './sign-in.tsx';

// Templates for the compose box: what is searched, previewed, filled in and staged.
export { useTemplates } from './use-templates.tsx';

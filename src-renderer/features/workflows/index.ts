// Triggering a workflow for the open conversation.
export { WorkflowTrigger } from './workflow-trigger.tsx';

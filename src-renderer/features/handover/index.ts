// Handing a conversation over to a queue or a colleague, or bringing a colleague in.
export { HandoverDialog } from './handover-dialog.tsx';

// The reason and notes an agent leaves after each conversation.
export { WrapUpDialog } from './wrap-up-dialog.tsx';

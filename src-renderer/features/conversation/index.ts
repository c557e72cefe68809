// The open conversation: header, transcript, compose box.
export { ConversationPane } from './conversation-pane.tsx';

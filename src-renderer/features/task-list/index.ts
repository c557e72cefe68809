// The agent's tasks: requests on top, conversations under them.
export { TaskList } from './task-list.tsx';

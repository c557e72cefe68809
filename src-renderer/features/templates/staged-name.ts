// What a staged card is called.
import type { StagedView } from '../../../src-shared/ipc/view.ts';

/** A link that the agent wrote comes from no template: it is called by its own title, as masked as it is shown. */
export const stagedName = ({ name, content }: StagedView): string => (name === '' && content.kind === 'richLink' ? content.title.text : name);

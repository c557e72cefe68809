// The card of a rich link: its title and its picture. Main converts and shrinks whatever picture is chosen.
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { Failure } from '../../../../src-shared/domain/failure.ts';
import type { MaskedText as Masked } from '../../../../src-shared/domain/masking.ts';
import type { OutboundOf } from '../../../../src-shared/domain/outbound.ts';
import type { TemplateEdits } from '../../../../src-shared/domain/template.ts';
import { useCommand } from '../../../desk/index.ts';
import { useFailureText, useText } from '../../../text/index.ts';
import { Button, Note, TextField } from '../../../ui/index.ts';

export interface LinkEditorProps {
  readonly base: OutboundOf<'richLink', Masked>;
  readonly edits: TemplateEdits;
  readonly onEdit: (edits: TemplateEdits) => void;
}

export function LinkEditor({ base, edits, onEdit }: LinkEditorProps): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const files = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const picture = edits.picture === undefined ? base.picture : edits.picture;

  const take = async (file: File): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const result = await command('template.picture', { bytes: new Uint8Array(await file.arrayBuffer()) });
    setBusy(false);
    if (result.ok) onEdit({ ...edits, picture: { data: result.value.data, alt: picture?.alt ?? '' } });
    else setFailure(result.failure);
  };

  return (
    <div className="tple">
      <TextField label={text('templates.link.title')} value={edits.title ?? base.title.text} onChange={(title) => { onEdit({ ...edits, title }); }} />
      <span className="label">{text('templates.link.picture')}</span>
      <div className="tple-row">
        <Button size="s" icon="image" busy={busy} onPress={() => { files.current?.click(); }}>{text('templates.link.choosePicture')}</Button>
        {picture !== null && <Button size="s" onPress={() => { onEdit({ ...edits, picture: null }); }}>{text('templates.link.removePicture')}</Button>}
      </div>
      <input
        ref={files} type="file" accept="image/*" hidden aria-label={text('templates.link.choosePicture')} onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (file !== undefined) void take(file);
        }}
      />
      {edits.picture !== undefined && edits.picture !== null && (
        <TextField label={text('templates.link.pictureWords')} value={edits.picture.alt} onChange={(alt) => { onEdit({ ...edits, picture: { data: edits.picture?.data ?? '', alt } }); }} />
      )}
      {failure !== null && <Note tone="danger" announce>{failureText(failure)}</Note>}
    </div>
  );
}

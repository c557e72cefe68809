// A picture in a bubble, on its way out or received, in a frame of one size, so that nothing moves when it comes. What cannot be shown says why, in the same frame.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import { MaskedText, useFailureText, useText } from '../../text/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { SaveFile, type FileCardProps } from './file-card.tsx';
import { FileLine } from './file-line.tsx';

type Course = { readonly at: 'loading' | 'shown' } | { readonly at: 'failed'; readonly failure: Failure };

export function Picture({ itemId, file, received, actions }: FileCardProps): ReactElement {
  const text = useText();
  const [attempt, setAttempt] = useState(0);
  const [course, setCourse] = useState<Course>({ at: 'loading' });
  const name = file.fileName.text;
  const load = (): void => {
    setCourse({ at: 'loading' });
    setAttempt((before) => before + 1);
  };
  // The engine says that it failed; main knows why.
  const failed = async (): Promise<void> => {
    const failure = await actions.checkPicture(itemId, file.index);
    if (failure === null && attempt === 0) load();
    else setCourse({ at: 'failed', failure: failure ?? { code: 'fileNotPicture' } });
  };
  return (
    <figure className="picture" aria-label={text('files.picture', { name })}>
      {course.at === 'failed' ? <Unshown failure={course.failure} onRetry={load} /> : (
        <button type="button" data-row-tool tabIndex={-1} className={`picture-open picture-${course.at}`} aria-label={text('files.show', { name })} onClick={() => { actions.showPicture(itemId, file.index); }}>
          <img key={attempt} src={actions.pictureAddress(itemId, file.index, attempt)} alt="" decoding="async" draggable={false} onLoad={() => { setCourse({ at: 'shown' }); }} onError={() => { void failed(); }} />
        </button>
      )}
      <figcaption className="picture-words">
        <span className="file-words">
          <b className="ell" dir="auto"><MaskedText value={file.fileName} /></b>
          <FileLine file={file} />
        </span>
        {received && (course.at !== 'failed' || canStillBeSaved(course.failure)) && <SaveFile itemId={itemId} file={file} actions={actions} />}
      </figcaption>
    </figure>
  );
}

const canStillBeSaved = ({ code }: Failure): boolean => code === 'fileTooLargeToShow' || code === 'fileNotPicture' || code === 'fileUnreachable';

function Unshown({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  return (
    <div className="picture-unshown">
      <Icon name="image" />
      <p>{failureText(failure)}</p>
      {failure.code === 'fileUnreachable' && <Button kind="link" onPress={onRetry}>{text('files.retry')}</Button>}
    </div>
  );
}

// The card of an interactive message before it is opened: picture, title, what stands under it.
import type { ReactElement } from 'react';
import type { MaskedText as Masked } from '../../../../src-shared/domain/masking.ts';
import type { CardFace as Face, Picture } from '../../../../src-shared/domain/outbound.ts';
import { MaskedText } from '../../../text/index.ts';
import { Icon, type IconName } from '../../../ui/index.ts';

export interface CardFaceProps {
  readonly face: Face<Masked>;
  readonly pictures: readonly Picture[];
  /** Drawn where the card has no picture. */
  readonly icon: IconName;
}

export function CardFace({ face, pictures, icon }: CardFaceProps): ReactElement {
  const picture = pictures.find((one) => one.id === face.picture) ?? null;
  return (
    <div className={`tplv-card tplv-card-${face.style ?? 'icon'}`}>
      {(face.style === 'large' || picture !== null) && <PictureBox picture={picture} icon={icon} />}
      <div className="tplv-words">
        <b dir="auto"><MaskedText value={face.title} /></b>
        {face.subtitle !== null && <small dir="auto"><MaskedText value={face.subtitle} /></small>}
        {[face.secondarySubtitle, face.tertiarySubtitle].map((line, index) => line !== null && <small key={index} className="tplv-end" dir="auto"><MaskedText value={line} /></small>)}
      </div>
    </div>
  );
}

/** A picture, or the icon in its place where its bytes are not at hand. */
export function PictureBox({ picture, icon, small = false }: { readonly picture: Picture | null; readonly icon: IconName; readonly small?: boolean }): ReactElement {
  return (
    <span className={small ? 'tplv-thumb' : 'tplv-art'}>
      {picture !== null && picture.data !== '' ? <img src={`data:image/png;base64,${picture.data}`} alt={picture.alt} /> : <Icon name={icon} />}
    </span>
  );
}

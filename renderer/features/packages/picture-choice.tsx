import { Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Attachment, previewOf } from '../../../shared/features/attachments/index.ts';
import { MOST_PICTURES } from '../../../shared/features/packages/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useParts } from '../../data/read.ts';
import { fetchFile } from '../../data/upload.ts';
import css from './packages.module.css';

const mediaTypeOf = ({ name, size }: Attachment): string | null => {
  const preview = previewOf(name, size);
  return preview?.type === 'image' ? preview.mediaType : null;
};

/** A small view of a picture; nothing where it cannot be read. */
function Thumbnail({ hash, mediaType }: { readonly hash: string; readonly mediaType: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const ending = new AbortController();
    let made: string | undefined;
    void fetchFile(hash, mediaType, ending.signal).then((answer) => {
      if (!answer.ok || ending.signal.aborted) return;
      made = URL.createObjectURL(answer.value);
      setAddress(made);
    });
    return () => {
      ending.abort();
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [hash, mediaType]);
  return (
    <span className={css.thumbnail}>{address !== undefined && <img src={address} alt="" />}</span>
  );
}

/** Which pictures of an achievement go into the brochure; in the order in which they are ticked. */
export function PictureChoice({
  achievementId,
  chosen,
  onChange,
}: {
  readonly achievementId: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { t } = useWords();
  const files = useParts('attachment', achievementId);
  const pictures = (files ?? []).flatMap((file) => {
    const mediaType = mediaTypeOf(file);
    return mediaType === null ? [] : [{ file, mediaType }];
  });
  if (!files) return null;
  return (
    <fieldset className={css.pictures}>
      <legend>{t('package.pictures')}</legend>
      {pictures.length === 0 && <span className={css.fine}>{t('package.noPictures')}</span>}
      {pictures.map(({ file, mediaType }) => (
        <Checkbox
          key={file.id}
          size="xs"
          label={
            <>
              <Thumbnail hash={file.hash} mediaType={mediaType} />
              <span className={css.fileName}>{file.name}</span>
            </>
          }
          checked={chosen.includes(file.id)}
          disabled={!chosen.includes(file.id) && chosen.length >= MOST_PICTURES}
          onChange={({ currentTarget: { checked } }) =>
            onChange(checked ? [...chosen, file.id] : chosen.filter((id) => id !== file.id))
          }
        />
      ))}
      {pictures.length > MOST_PICTURES && (
        <span className={css.fine}>{t('package.mostPictures', { most: MOST_PICTURES })}</span>
      )}
    </fieldset>
  );
}

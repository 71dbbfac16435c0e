import { SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../../app/i18n.ts';
import css from './preview.module.css';
import { NoPreview } from './preview-message.tsx';

/** Characters of a text that are shown: more would make the page slow. */
const TEXT_SHOWN = 200_000;

/** A picture, as large as fits or as it is. */
export function ImagePreview({ blob, name }: { readonly blob: Blob; readonly name: string }) {
  const { t } = useWords();
  const [size, setSize] = useState<'fit' | 'actual'>('fit');
  const [address, setAddress] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setBroken(false);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (broken) return <NoPreview why="broken" />;
  return (
    <>
      <div className={css.bar}>
        <SegmentedControl
          size="xs"
          value={size}
          onChange={(next) => setSize(next === 'actual' ? 'actual' : 'fit')}
          data={[
            { value: 'fit', label: t('attachment.fit') },
            { value: 'actual', label: t('attachment.actual') },
          ]}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by the keyboard */}
      <section className={css.image} data-size={size} aria-label={name} tabIndex={0}>
        {address !== null && <img src={address} alt={name} onError={() => setBroken(true)} />}
      </section>
    </>
  );
}

/** UTF-8, or GB 18030 where it is not: texts from Chinese Windows programs are that. */
function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export function TextPreview({ blob, name }: { readonly blob: Blob; readonly name: string }) {
  const { t } = useWords();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void blob.arrayBuffer().then((bytes) => {
      if (current) setText(decodeText(bytes));
    });
    return () => {
      current = false;
    };
  }, [blob]);
  if (text === null) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by the keyboard
    <section className={css.text} aria-label={name} tabIndex={0}>
      <pre>{text.slice(0, TEXT_SHOWN)}</pre>
      {text.length > TEXT_SHOWN && <p>{t('attachment.textCut', { count: TEXT_SHOWN })}</p>}
    </section>
  );
}

import { Button, Checkbox, Drawer, Textarea } from '@mantine/core';
import { useState } from 'react';
import { parseField } from '../../../shared/entities/kinds.ts';
import {
  addIndicators,
  draftOf,
  type Indicator,
  type IndicatorDraft,
  type Need,
  type NeedIndicator,
  need,
  parseIndicators,
  readIndicator,
} from '../../../shared/features/needs/index.ts';
import { useWords } from '../../app/i18n.ts';
import { usePressOnce } from '../../ui/press-once.ts';
import { useProblemText } from '../../ui/problem-text.ts';
import { freshId, useSave } from '../../ui/save.ts';
import { IndicatorFields } from './indicator-fields.tsx';
import css from './needs.module.css';

/** An indicator that was found, as it stands after corrections. */
interface Found {
  readonly key: string;
  readonly draft: IndicatorDraft;
  readonly source: string;
  readonly isTaken: boolean;
}

const isKnown = (existing: readonly NeedIndicator[], { name }: IndicatorDraft): boolean =>
  existing.some((one) => one.name === name);

/** What a text holds; what was found `before` and is still there stays as it was corrected. */
function foundIn(text: string, existing: readonly NeedIndicator[], before: readonly Found[] = []) {
  const { readings, unread } = parseIndicators(text);
  const corrected = new Map(before.map((one) => [one.key, one]));
  const seen = new Map<string, number>();
  const found = readings.map((reading): Found => {
    const { source } = reading;
    const nth = (seen.get(source) ?? 0) + 1;
    seen.set(source, nth);
    const key = `${nth} ${source}`;
    const draft = draftOf(reading);
    // What is there already is not offered twice.
    return corrected.get(key) ?? { key, draft, source, isTaken: !isKnown(existing, draft) };
  });
  return { found, unread };
}

/** What held no indicator, so that nothing is passed over unseen. */
function Unread({ phrases }: { readonly phrases: readonly string[] }) {
  const { t } = useWords();
  if (phrases.length === 0) return null;
  return (
    <div className={css.unread}>
      <b>{t('indicators.unread')}</b>
      <ul>
        {[...new Set(phrases)].map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </div>
  );
}

/** One that was found: the words that it comes from, and what was made of them. */
function FoundRow({
  found: { draft, source, isTaken },
  place,
  isKnown: isThere,
  onChange,
}: {
  readonly found: Found;
  readonly place: number;
  readonly isKnown: boolean;
  readonly onChange: (part: Partial<Found>) => void;
}) {
  const { t } = useWords();
  const checked = readIndicator(draft);
  return (
    <div className={css.found} data-off={!isTaken}>
      <Checkbox
        aria-label={t('indicators.takeThis', { place })}
        checked={isTaken}
        onChange={(event) => onChange({ isTaken: event.currentTarget.checked })}
      />
      <div>
        <p className={css.source}>
          {source}
          {isThere && <span> · {t('indicators.known')}</span>}
        </p>
        <IndicatorFields
          draft={draft}
          place={place}
          problem={isTaken && !checked.ok ? checked.error : null}
          onChange={(next) => onChange({ draft: next })}
        />
      </div>
    </div>
  );
}

/** Reads indicators from the words of a need and shows them for correction, before any is taken. */
export function ReadPanel({
  record,
  existing,
  onClose,
}: {
  readonly record: Need;
  readonly existing: readonly NeedIndicator[];
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const problemText = useProblemText();
  const save = useSave();
  const [text, setText] = useState(record.indicatorText ?? '');
  const [{ found, unread }, setFound] = useState(() => foundIn(text, existing));
  const change = (key: string, part: Partial<Found>): void =>
    setFound({ unread, found: found.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const taken = found.filter(({ isTaken }) => isTaken);
  const read = taken.map(({ draft }) => readIndicator(draft));
  const stated = parseField(need.fields.indicatorText, text);
  const good = read.flatMap((one): readonly Indicator[] => (one.ok ? [one.value] : []));
  const take = usePressOnce(async () => {
    if (!stated.ok) return false;
    const label = { key: 'addIndicators', params: { title: record.title, count: good.length } };
    const changes = addIndicators(record.id, good, existing, freshId);
    // Words that were mended here are what the indicators rest on.
    const words = stated.value;
    const mended: typeof changes =
      words === null || words === record.indicatorText
        ? []
        : [{ patch: 'need', id: record.id, set: { indicatorText: words } }];
    const isWritten = await save.changes(label, [...mended, ...changes]);
    if (isWritten) onClose();
    return isWritten;
  });
  return (
    <Drawer
      opened
      size={760}
      title={t('indicators.readTitle')}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className={css.panel}>
        <Textarea
          label={t('indicators.readText')}
          description={t('indicators.readHint')}
          value={text}
          error={stated.ok ? undefined : problemText(stated.error)}
          minRows={3}
          maxRows={8}
          autosize
          data-autofocus
          onChange={(event) => {
            const next = event.currentTarget.value;
            setText(next);
            setFound(foundIn(next, existing, found));
          }}
        />
        <p className={css.count} role="status">
          {found.length === 0
            ? t('indicators.nothing')
            : t('indicators.found', { count: found.length })}
        </p>
        {found.map((one, index) => (
          <FoundRow
            key={one.key}
            found={one}
            place={index + 1}
            isKnown={isKnown(existing, one.draft)}
            onChange={(part) => change(one.key, part)}
          />
        ))}
        <Unread phrases={unread} />
        <div className={css.foot}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            disabled={taken.length === 0 || good.length < taken.length || !stated.ok}
            onClick={() => void take()}
          >
            {t('indicators.take', { count: taken.length })}
          </Button>
        </div>
      </div>
    </Drawer>
  );
}

import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import { titleOf } from '../../../shared/entities/entity.ts';
import type { EntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useEntity } from '../../data/descriptions.ts';
import type { Answer, Query } from '../../index/query.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { useReaching } from '../reaching.ts';
import { cardAfter } from './card-after.ts';
import css from './cards.module.css';

/** A card with the gap below it, and how wide one is at least; see `.card`. */
const SLOT = 172;
const WIDTH = 290;
const GAP = 12;
/** Cards are asked for in blocks, so that small scrolls ask nothing. */
const BLOCK = 60;

interface Props {
  readonly name: EntityName;
  readonly query: Pick<Query, 'text' | 'where' | 'sort'>;
  /** What a card shows below the title of its record. */
  readonly card: (record: StoredRecord, names: Answer['names']) => ReactNode;
}

function Card({
  path,
  title,
  index,
  isStop,
  takesFocus,
  onKeyDown,
  children,
}: {
  readonly path: string;
  readonly title: string;
  readonly index: number;
  readonly isStop: boolean;
  readonly takesFocus: () => boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus()) link.current?.focus();
  });
  return (
    <div className={css.card}>
      <Link
        ref={link}
        href={path}
        className={css.open}
        title={title}
        data-index={index}
        tabIndex={isStop ? 0 : -1}
        onKeyDown={onKeyDown}
      >
        {title}
      </Link>
      {children}
    </div>
  );
}

/** Records as cards beside one another, gone through with the arrow keys, drawn as they are scrolled to. */
export function Cards({ name, query, card }: Props) {
  const words = useWords();
  const entity = useEntity(name);
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const lanes = Math.max(1, Math.floor((width + GAP) / (WIDTH + GAP)));
  const [from, setFrom] = useState(0);
  const answer = useAnswer({ ...query, entity: name, from, to: from + 2 * BLOCK });
  const total = answer?.total ?? 0;
  const virtual = useVirtualizer({
    count: Math.ceil(total / lanes),
    getScrollElement: () => scroller.current,
    estimateSize: () => SLOT,
    overscan: 2,
    onChange: ({ range }) => {
      if (!range) return;
      const first = range.startIndex * lanes;
      const block = Math.max(0, Math.floor((first - BLOCK / 4) / BLOCK) * BLOCK);
      if (block !== from) setFrom(block);
    },
  });
  const reaching = useReaching(scroller, (index) =>
    virtual.scrollToIndex(Math.floor(index / lanes)),
  );
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(height / SLOT));
    const to = cardAfter(event.key, { at: index, total, lanes, page });
    if (to === null) return;
    event.preventDefault();
    reaching.toIndex(to);
  };
  const first = (virtual.range?.startIndex ?? 0) * lanes;
  return (
    <section
      ref={useMergedRef(scroller, ref)}
      className={css.scroller}
      aria-label={words.in(entity.plural)}
    >
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().flatMap((row) =>
          Array.from({ length: lanes }, (_, lane) => {
            const index = row.index * lanes + lane;
            const record = answer?.rows[index - answer.from];
            if (!record || !answer) return null;
            return (
              <li
                key={record.id}
                className={css.slot}
                style={{
                  left: `calc((100% + ${GAP}px) / ${lanes} * ${lane})`,
                  width: `calc((100% + ${GAP}px) / ${lanes} - ${GAP}px)`,
                  transform: `translateY(${row.start}px)`,
                }}
              >
                <Card
                  path={pathOf(name, record.id)}
                  title={titleOf(entity, record)}
                  index={index}
                  isStop={index === first}
                  takesFocus={() => reaching.takes({ id: record.id, index })}
                  onKeyDown={(event) => onKeyDown(event, index)}
                >
                  {card(record, answer.names)}
                </Card>
              </li>
            );
          }),
        )}
      </ul>
    </section>
  );
}

import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Deal } from '../../../shared/features/deals/index.ts';
import { deal } from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { today } from '../../ui/dates.ts';
import { FieldValue, spokenAmount } from '../../ui/field-value.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/page.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import css from './board.module.css';
import { DueChip, ModeChip } from './deal-chips.tsx';

export interface Place {
  readonly left: number;
  readonly top: number;
}

interface Props {
  readonly record: Deal;
  readonly achievement: string;
  readonly enterprise: string;
  readonly index: number;
  /** Just dropped elsewhere, and about to go there. */
  readonly leaving: boolean;
  readonly onMenu: (record: Deal, place: Place) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Answers once whether this card should take the focus. */
  readonly wantsFocus: (id: string) => boolean;
}

/** One deal on the board: dragged as a whole, opened by its name, moved by keys or its menu. */
export function BoardCard(props: Props) {
  const { record, achievement, enterprise, index, leaving, onMenu, onKeyDown, wantsFocus } = props;
  const words = useWords();
  const card = useRef<HTMLDivElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const [dragged, setDragged] = useState(false);
  const { id, stageId, title } = record;
  const isFixed = useReadOnly() !== null;

  useEffect(() => {
    const element = card.current;
    if (!element || isFixed) return;
    return draggable({
      element,
      getInitialData: () => ({ deal: id, stageId }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [id, stageId, isFixed]);

  useEffect(() => {
    if (wantsFocus(id)) link.current?.focus();
  });

  const name = achievement || title;
  const amount = record.contractAmountFen;
  const late =
    record.lostOn === undefined && record.nextOn !== undefined && record.nextOn < today();
  return (
    <div ref={card} className={css.card} data-late={late} data-away={dragged || leaving}>
      <Link
        ref={link}
        href={pathOf('deal', id)}
        className={css.open}
        title={record.nextStep === undefined ? name : `${name}\n${record.nextStep}`}
        draggable={false}
        data-deal={id}
        data-index={index}
        tabIndex={index === 0 ? 0 : -1}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          event.preventDefault();
          const byKey = event.clientX === 0 && event.clientY === 0;
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          onMenu(
            record,
            byKey ? { left, top: bottom } : { left: event.clientX, top: event.clientY },
          );
        }}
      >
        {name}
      </Link>
      <span className={css.who} title={enterprise}>
        {enterprise || words.t('deals.gone')}
      </span>
      <span className={css.line}>
        <span className={css.chips}>
          <ModeChip mode={record.mode} />
          {record.lostOn === undefined ? (
            <DueChip record={record} />
          ) : (
            <Chip tone="alarm">
              <FieldValue entity={deal} name="lostReason" value={record.lostReason ?? 'other'} />
            </Chip>
          )}
        </span>
        <span className={css.amount} data-blank={amount === undefined}>
          {amount === undefined ? words.t('deals.noAmount') : spokenAmount(amount, words)}
        </span>
      </span>
      {!isFixed && (
        <ActionIcon
          className={css.menu ?? ''}
          variant="subtle"
          color="gray"
          size={22}
          tabIndex={-1}
          aria-label={words.t('deals.moveTo')}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            onMenu(record, { left, top: bottom });
          }}
        >
          <Icon name="more" />
        </ActionIcon>
      )}
    </div>
  );
}

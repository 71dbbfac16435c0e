import { Button, TextInput } from '@mantine/core';
import { Link } from 'wouter';
import type { ItemCheck, Lack } from '../../../shared/features/packages/index.ts';
import {
  type Check,
  checks,
  type Finding,
  type Leak,
} from '../../../shared/features/publishing/index.ts';
import { useWords, type Words } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/page.tsx';
import css from './packages.module.css';
import type { Reasons } from './use-making.ts';

function Leaks({ leaks }: { readonly leaks: readonly Leak[] }) {
  const words = useWords();
  return leaks.map(({ guarded, passage }) => (
    <small key={`${guarded.entity} ${guarded.name} ${passage}`}>
      {words.t('package.leakIn', { field: words.in(guarded.label), passage })}
    </small>
  ));
}

/** What makes a block clear: the passages, or the names that are missing. */
function Details({ finding }: { readonly finding: Finding }) {
  const { t, language } = useWords();
  if (finding.type === 'leaks') return <Leaks leaks={finding.leaks} />;
  if (finding.type !== 'missing') return null;
  return (
    <small>
      {t('guard.missing', { names: finding.names.join(language === 'zh' ? '、' : ', ') })}
    </small>
  );
}

const titleIn = ({ sheet }: ItemCheck): string => sheet.source.record.title;

/** The achievement itself: there its levels, consents and texts are changed. */
function ItemLink({ check }: { readonly check: ItemCheck }) {
  return <Link href={pathOf('achievement', check.sheet.source.record.id)}>{titleIn(check)}</Link>;
}

/** An achievement that cannot go in as it is, why, and what to do about it. */
function Blocked({
  check,
  onLeaveOut,
}: {
  readonly check: ItemCheck;
  readonly onLeaveOut: () => void;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <li data-blocked={check.sheet.item.achievementId}>
      <div className={css.checkHead}>
        <ItemLink check={check} />
        <Button size="compact-xs" variant="default" onClick={onLeaveOut}>
          {t('package.leaveOut')}
        </Button>
      </div>
      {check.lines.map(
        ({ check: kind, verdict, finding }) =>
          verdict === 'block' && (
            <div key={kind} className={css.why}>
              <span>
                <b>{words.in(checks[kind])}</b>{' '}
                {t(kind === 'content' ? 'package.empty' : `guard.way.${kind}`)}
              </span>
              <Details finding={finding} />
            </div>
          ),
      )}
      {check.foreign.length > 0 && (
        <div className={css.why}>
          <span>
            <b>{t('package.foreign')}</b> {t('package.commonWay')}
          </span>
          <Leaks leaks={check.foreign} />
        </div>
      )}
    </li>
  );
}

/** The achievements that one thing concerns, folded away. */
function Concerned({ list }: { readonly list: readonly ItemCheck[] }) {
  const { t } = useWords();
  return (
    <details className={css.concerned}>
      <summary>{t('package.concerns', { count: list.length })}</summary>
      <ul>
        {list.map((check) => (
          <li key={check.sheet.item.id}>
            <ItemLink check={check} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Of a kind of warning: what to do, whom it concerns, and the reason to go on all the same. */
function Warning({
  kind,
  concerned,
  reason,
  onReason,
}: {
  readonly kind: Check;
  readonly concerned: readonly ItemCheck[];
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const what = words.in(checks[kind]);
  return (
    <li data-warning={kind}>
      <div className={css.checkHead}>
        <b>{what}</b>
        <Concerned list={concerned} />
      </div>
      <small>{t(`guard.way.${kind}`)}</small>
      <TextInput
        size="xs"
        aria-label={t('package.reasonFor', { what })}
        placeholder={t('package.reason')}
        maxLength={400}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
    </li>
  );
}

const LACKS: readonly Lack[] = ['text', 'picture'];

function Lacks({ items }: { readonly items: readonly ItemCheck[] }) {
  const { t } = useWords();
  const lacking = LACKS.flatMap((lack) => {
    const list = items.filter(({ lacks }) => lacks.includes(lack));
    return list.length === 0 ? [] : [{ lack, list }];
  });
  if (lacking.length === 0) return null;
  return (
    <section className={css.checks}>
      <h3>{t('package.lacks')}</h3>
      <ul>
        {lacking.map(({ lack, list }) => (
          <li key={lack}>
            <div className={css.checkHead}>
              <span>{t(`package.lack.${lack}`)}</span>
              <Concerned list={list} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LeftOut({
  titles,
  onTakeBack,
}: {
  /** By the id of the item. */
  readonly titles: ReadonlyMap<string, string>;
  readonly onTakeBack: (id: string) => void;
}) {
  const { t } = useWords();
  if (titles.size === 0) return null;
  return (
    <section className={css.checks}>
      <h3>{t('package.leftOut')}</h3>
      <div className={css.leftOut}>
        {[...titles].map(([id, title]) => (
          <Button
            key={id}
            size="compact-xs"
            variant="default"
            rightSection={<Icon name="undo" size={12} />}
            aria-label={t('package.takeBack', { title })}
            onClick={() => onTakeBack(id)}
          >
            {title}
          </Button>
        ))}
      </div>
    </section>
  );
}

export interface CheckListProps {
  readonly items: readonly ItemCheck[];
  readonly common: readonly Leak[];
  readonly warnings: ReadonlyMap<Check, readonly ItemCheck[]>;
  readonly leftOut: ReadonlyMap<string, string>;
  readonly reasons: Reasons;
  readonly onReason: (check: Check, reason: string) => void;
  readonly onLeaveOut: (ids: readonly string[]) => void;
  readonly onTakeBack: (id: string) => void;
}

function CommonLeaks({
  leaks,
  words: { t },
}: {
  readonly leaks: readonly Leak[];
  readonly words: Words;
}) {
  if (leaks.length === 0) return null;
  return (
    <section className={css.checks} data-common>
      <h3>
        {t('package.common')} <Chip tone="alarm">{t('package.blocked')}</Chip>
      </h3>
      <small>{t('package.commonWay')}</small>
      <div className={css.why}>
        <Leaks leaks={leaks} />
      </div>
    </section>
  );
}

/** What stands against a brochure: what stops it, what wants a reason, what could be better. */
export function CheckList(props: CheckListProps) {
  const { items, common, warnings, leftOut, reasons, onReason, onLeaveOut, onTakeBack } = props;
  const words = useWords();
  const { t } = words;
  const blocked = items.filter(({ isBlocked }) => isBlocked);
  return (
    <>
      <CommonLeaks leaks={common} words={words} />
      {blocked.length > 0 && (
        <section className={css.checks}>
          <h3>
            <Chip tone="alarm">{t('package.blocked')}</Chip>
            <span className={css.hint}>{t('package.blockedHint')}</span>
            {blocked.length > 1 && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onLeaveOut(blocked.map(({ sheet }) => sheet.item.id))}
              >
                {t('package.leaveOutAll', { count: blocked.length })}
              </Button>
            )}
          </h3>
          <ul>
            {blocked.map((check) => (
              <Blocked
                key={check.sheet.item.id}
                check={check}
                onLeaveOut={() => onLeaveOut([check.sheet.item.id])}
              />
            ))}
          </ul>
        </section>
      )}
      <LeftOut titles={leftOut} onTakeBack={onTakeBack} />
      {warnings.size > 0 && (
        <section className={css.checks}>
          <h3>
            <Chip tone="caution">{t('package.warnings')}</Chip>
          </h3>
          <ul>
            {[...warnings].map(([kind, list]) => (
              <Warning
                key={kind}
                kind={kind}
                concerned={list}
                reason={reasons[kind] ?? ''}
                onReason={(reason) => onReason(kind, reason)}
              />
            ))}
          </ul>
        </section>
      )}
      <Lacks items={items} />
    </>
  );
}

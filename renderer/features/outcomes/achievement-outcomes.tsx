import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import {
  linkTypeOf,
  OUTCOME_KINDS,
  outcome,
  outcomeLink,
} from '../../../shared/features/outcomes/index.ts';
import { useWords, type Words } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useRecord } from '../../data/read.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { LinkChoice, Unlink } from '../../ui/link-choice.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { GapList } from './gap-list.tsx';
import { LinkGraph, type LinkGroup } from './link-graph.tsx';
import css from './outcomes.module.css';
import { NEW_FIELDS } from './outcomes-page.tsx';
import { type LinkedOutcome, type LinkedRight, useAchievementLinks } from './use-around.ts';
import { useLinking } from './use-linking.ts';

const LIST = 'achievement-outcomes';

/** By kind in their order, then what has none, and the rights. */
function groupsOf(
  outcomes: readonly LinkedOutcome[],
  rights: readonly LinkedRight[],
  words: Words,
): readonly LinkGroup[] {
  const { options } = outcome.fields.kind;
  const byKind = Map.groupBy(outcomes, ({ outcome: one }) => one.kind);
  const nodesOf = (list: readonly LinkedOutcome[] = []) =>
    list.map(({ outcome: { id, title } }) => ({ id, title, href: pathOf('outcome', id) }));
  return [
    ...OUTCOME_KINDS.map((kind) => ({
      key: kind,
      label: words.in(options[kind]),
      nodes: nodesOf(byKind.get(kind)),
    })),
    {
      key: 'ipRight',
      label: words.t('nav.ipRights'),
      nodes: rights.map(({ right: { id, title } }) => ({ id, title, href: pathOf('ipRight', id) })),
    },
    { key: 'other', label: words.t('outcome.noKind'), nodes: nodesOf(byKind.get(undefined)) },
  ];
}

const place = ({ outcome: { kind } }: LinkedOutcome): number =>
  kind === undefined ? OUTCOME_KINDS.length : OUTCOME_KINDS.indexOf(kind);

/** As in the drawing: by kind, then by title. */
const inOrder = (a: LinkedOutcome, b: LinkedOutcome): number =>
  place(a) - place(b) || (a.outcome.title < b.outcome.title ? -1 : 1);

function Rows({
  record,
  outcomes,
}: {
  readonly record: Achievement;
  readonly outcomes: readonly LinkedOutcome[];
}) {
  const words = useWords();
  const { t } = words;
  const { unlink } = useLinking();
  const types = outcomeLink.fields.type.options;
  return (
    <ul className={css.rows} id={LIST}>
      {outcomes.toSorted(inOrder).map(({ link, outcome: one }) => {
        const type = linkTypeOf(link, one);
        return (
          <li key={link.id}>
            <Link href={pathOf('outcome', one.id)}>{one.title}</Link>
            <span className={css.facts}>
              {type && <span>{words.in(types[type])}</span>}
              <FieldValue entity={outcome} name="kind" value={one.kind} />
              <span className={css.no}>{one.number}</span>
            </span>
            <Changing>
              <Unlink
                label={t('outcome.unlink', { title: one.title })}
                onClick={() => void unlink(link, one.title, record.title)}
              />
            </Changing>
          </li>
        );
      })}
    </ul>
  );
}

function Shown({ record }: { readonly record: Achievement }) {
  const words = useWords();
  const { t } = words;
  const entity = useEntity('outcome');
  const [adding, setAdding] = useState(false);
  const links = useAchievementLinks(record);
  const { link, make } = useLinking();
  if (!links) return null;
  const { outcomes, rights, gaps } = links;
  const create = t('action.create', { entity: words.inside(outcome.label) });
  return (
    <Card
      title={
        <>
          {t('outcome.links')}
          {gaps.length > 0 && <Chip tone="caution">{t('gap.count', { count: gaps.length })}</Chip>}
        </>
      }
      aside={
        <Changing>
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {create}
          </Button>
        </Changing>
      }
    >
      <LinkGraph
        title={record.title}
        kind={t('outcome.achievement')}
        groups={groupsOf(outcomes, rights, words)}
        listId={LIST}
      />
      {outcomes.length === 0 && <p className={css.none}>{t('outcome.none')}</p>}
      <Rows record={record} outcomes={outcomes} />
      <Changing>
        <LinkChoice
          name="outcome"
          label={t('outcome.choose')}
          linked={outcomes.map(({ outcome: one }) => one.id)}
          onLink={(chosen) => void link(chosen, record)}
        />
      </Changing>
      <GapList gaps={gaps} />
      <FormPanel
        opened={adding}
        title={create}
        entity={entity}
        only={NEW_FIELDS}
        submit={t('action.save')}
        onClose={() => setAdding(false)}
        onSubmit={(values) => make(values, record)}
      />
    </Card>
  );
}

/** What stands around an achievement, drawn and listed, and what is missing of it. */
export function AchievementOutcomes({ id }: { readonly id: string }) {
  const record = useRecord('achievement', id);
  return record ? <Shown record={record} /> : null;
}

import { Link } from 'wouter';
import {
  fitText,
  type GraphNode,
  graphOf,
  type PlacedNode,
} from '../../../shared/features/outcomes/index.ts';
import { useWords } from '../../app/i18n.ts';
import css from './outcomes.module.css';

/** Size of the letters, in units of the drawing. */
const LETTER = 12;
const PADDING = 9;

interface LinkNode extends GraphNode {
  readonly href: string;
}
export interface LinkGroup {
  readonly key: string;
  readonly label: string;
  readonly nodes: readonly LinkNode[];
}

function Node({
  placed,
  label,
}: {
  readonly placed: PlacedNode<LinkNode>;
  readonly label: string;
}) {
  const { node, x, y, width, height, group } = placed;
  return (
    <Link
      href={node.href}
      className={css.node}
      data-kind={group}
      aria-label={`${label} · ${node.title}`}
    >
      <title>{node.title}</title>
      <rect x={x} y={y} width={width} height={height} rx={5} />
      <text x={x + PADDING} y={y + height / 2} dominantBaseline="central">
        {fitText(node.title, (width - 2 * PADDING) / LETTER)}
      </text>
    </Link>
  );
}

/** The words of the middle, in at most two lines. */
function Middle({
  title,
  kind,
  x,
  y,
  width,
  height,
}: {
  readonly title: string;
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) {
  const room = (width - 2 * PADDING) / LETTER;
  return (
    <g className={css.middle}>
      <title>{title}</title>
      <rect x={x} y={y} width={width} height={height} rx={8} />
      <text x={x + width / 2} y={y + height / 2 - 9} textAnchor="middle" dominantBaseline="central">
        {kind}
      </text>
      <text
        x={x + width / 2}
        y={y + height / 2 + 10}
        textAnchor="middle"
        dominantBaseline="central"
        data-title=""
      >
        {fitText(title, room)}
      </text>
    </g>
  );
}

/**
 * What belongs to a record, drawn around it: each a link, reached by keyboard. Whoever does not see
 * the drawing reads the list below it, which `listId` names; folded ones lead there, too.
 */
export function LinkGraph({
  title,
  kind,
  groups,
  listId,
}: {
  readonly title: string;
  readonly kind: string;
  readonly groups: readonly LinkGroup[];
  readonly listId: string;
}) {
  const { t } = useWords();
  const graph = graphOf<LinkNode>(groups);
  if (graph.nodes.length === 0) return null;
  const labels = new Map(groups.map(({ key, label }) => [key, label]));
  const labelOf = (group: string): string => labels.get(group) ?? '';
  const toList = (): void =>
    document.getElementById(listId)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  return (
    <svg
      className={css.graph}
      viewBox={`0 0 ${graph.width} ${graph.height}`}
      role="group"
      aria-label={t('outcome.graph', { title })}
    >
      {graph.edges.map(({ group, path }) => (
        <path key={path} className={css.edge} data-kind={group} d={path} />
      ))}
      <Middle {...graph.center} title={title} kind={kind} />
      {graph.headings.map(({ group, count, x, y, height }) => (
        <text
          key={group}
          className={css.heading}
          data-kind={group}
          x={x}
          y={y + height / 2}
          dominantBaseline="central"
        >
          {labelOf(group)} {count}
        </text>
      ))}
      {graph.nodes.map((placed) => (
        <Node key={placed.node.id} placed={placed} label={labelOf(placed.group)} />
      ))}
      {graph.folds.map(({ group, count, x, y, width, height }) => (
        <g
          key={group}
          className={css.fold}
          role="button"
          tabIndex={0}
          aria-label={`${labelOf(group)} · ${t('outcome.folded', { count })}`}
          onClick={toList}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ' ') toList();
          }}
        >
          <rect x={x} y={y} width={width} height={height} rx={5} />
          <text x={x + PADDING} y={y + height / 2} dominantBaseline="central">
            {t('outcome.folded', { count })}
          </text>
        </g>
      ))}
    </svg>
  );
}

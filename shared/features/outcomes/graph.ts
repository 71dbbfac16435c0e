/** What a graph is drawn around, and what it is drawn of: all that belongs together under one name. */
export interface GraphGroup<N extends GraphNode = GraphNode> {
  readonly key: string;
  readonly nodes: readonly N[];
}
export interface GraphNode {
  readonly id: string;
  readonly title: string;
}

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface PlacedNode<N extends GraphNode> extends Placed {
  readonly group: string;
  readonly node: N;
}
/** Stands for the nodes of a group that found no room. */
interface PlacedFold extends Placed {
  readonly group: string;
  readonly count: number;
}
interface PlacedHeading extends Placed {
  readonly group: string;
  readonly count: number;
}
interface Graph<N extends GraphNode> {
  readonly width: number;
  readonly height: number;
  readonly center: Placed;
  readonly headings: readonly PlacedHeading[];
  readonly nodes: readonly PlacedNode<N>[];
  readonly folds: readonly PlacedFold[];
  /** From the middle to each node and fold, as the path of an SVG. */
  readonly edges: readonly { readonly group: string; readonly path: string }[];
}

/** More are drawn as one for each group. */
export const MOST_NODES = 40;
const WIDTH = 720;
const NODE = { width: 224, height: 26, pitch: 30 } as const;
const HEADING = { height: 18, pitch: 22 } as const;
const GROUP_GAP = 12;
const CENTER = { width: 172, height: 56 } as const;
const MARGIN = 8;

/** How many of each group are drawn: the larger ones give way first. */
function roomFor(lengths: readonly number[], most: number): number {
  const used = (cap: number) => lengths.reduce((sum, length) => sum + Math.min(length, cap), 0);
  let cap = most;
  while (cap > 1 && used(cap) > most) cap -= 1;
  return cap;
}

const byTitle = (a: GraphNode, b: GraphNode): number =>
  a.title === b.title ? (a.id < b.id ? -1 : 1) : a.title < b.title ? -1 : 1;

interface Column<N extends GraphNode> {
  readonly x: number;
  readonly headings: PlacedHeading[];
  readonly nodes: PlacedNode<N>[];
  readonly folds: PlacedFold[];
  bottom: number;
}

function addGroup<N extends GraphNode>(
  column: Column<N>,
  { key, nodes }: GraphGroup<N>,
  cap: number,
): void {
  const { x } = column;
  const shown = nodes.length > cap ? cap - 1 : nodes.length;
  let y = column.bottom;
  column.headings.push({
    group: key,
    count: nodes.length,
    x,
    y,
    width: NODE.width,
    height: HEADING.height,
  });
  y += HEADING.pitch;
  const place = (): Placed => ({ x, y, width: NODE.width, height: NODE.height });
  for (const node of nodes.toSorted(byTitle).slice(0, shown)) {
    column.nodes.push({ ...place(), group: key, node });
    y += NODE.pitch;
  }
  if (shown < nodes.length) {
    column.folds.push({ ...place(), group: key, count: nodes.length - shown });
    y += NODE.pitch;
  }
  column.bottom = y + GROUP_GAP;
}

/** From the side of the middle to that of the node. */
function edgeTo(center: Placed, node: Placed): string {
  const isLeft = node.x < center.x;
  const from = { x: isLeft ? center.x : center.x + center.width, y: center.y + center.height / 2 };
  const to = {
    x: isLeft ? node.x + node.width : node.x,
    y: node.y + node.height / 2,
  };
  const bend = (from.x + to.x) / 2;
  return `M${from.x} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${to.x} ${to.y}`;
}

/**
 * Places groups around a middle, each in a sector of its own at its left or right: the same groups
 * always give the same picture, in whatever order their nodes come. Nothing overlaps.
 */
export function graphOf<N extends GraphNode>(
  groups: readonly GraphGroup<N>[],
  most: number = MOST_NODES,
): Graph<N> {
  const filled = groups.filter(({ nodes }) => nodes.length > 0);
  const cap = Math.max(
    1,
    roomFor(
      filled.map(({ nodes }) => nodes.length),
      most,
    ),
  );
  const column = (x: number): Column<N> => ({
    x,
    headings: [],
    nodes: [],
    folds: [],
    bottom: MARGIN,
  });
  const [left, right] = [column(MARGIN), column(WIDTH - MARGIN - NODE.width)];
  for (const group of filled) addGroup(left.bottom <= right.bottom ? left : right, group, cap);
  const least = CENTER.height + 2 * MARGIN;
  const height = Math.max(
    least,
    left.bottom - GROUP_GAP + MARGIN,
    right.bottom - GROUP_GAP + MARGIN,
  );
  const center = {
    ...CENTER,
    x: (WIDTH - CENTER.width) / 2,
    y: (height - CENTER.height) / 2,
  };
  // The shorter side stands in the middle of the longer one.
  const centred = (one: Column<N>) => {
    const down = (height - (one.bottom - GROUP_GAP + MARGIN)) / 2;
    const move = <P extends Placed>(placed: P): P => ({
      ...placed,
      y: placed.y + Math.max(0, down),
    });
    return {
      headings: one.headings.map(move),
      nodes: one.nodes.map(move),
      folds: one.folds.map(move),
    };
  };
  const [atLeft, atRight] = [centred(left), centred(right)];
  const nodes = [...atLeft.nodes, ...atRight.nodes];
  const folds = [...atLeft.folds, ...atRight.folds];
  return {
    width: WIDTH,
    height,
    center,
    headings: [...atLeft.headings, ...atRight.headings],
    nodes,
    folds,
    edges: [...nodes, ...folds].map((one) => ({ group: one.group, path: edgeTo(center, one) })),
  };
}

/** A character of Han fills its square, others about 0.56 of it. */
const widthOf = (char: string): number => (/[\u2e80-\uffff]/.test(char) ? 1 : 0.56);

/** Cuts a text to what fits a width, both in ems. */
export function fitText(text: string, ems: number): string {
  const chars = [...text];
  let used = 0;
  for (const [place, char] of chars.entries()) {
    used += widthOf(char);
    if (used > ems) {
      let kept = place;
      while (kept > 0 && used > ems - 1) {
        used -= widthOf(chars[kept] ?? '');
        kept -= 1;
      }
      return `${chars.slice(0, kept + 1).join('')}…`;
    }
  }
  return text;
}

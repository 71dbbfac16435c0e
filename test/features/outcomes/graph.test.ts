import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitText,
  type GraphGroup,
  graphOf,
  MOST_NODES,
  type Placed,
} from '../../../shared/features/outcomes/index.ts';

const groups: fc.Arbitrary<readonly GraphGroup[]> = fc
  .array(fc.integer({ min: 0, max: 70 }), { minLength: 1, maxLength: 8 })
  .map((lengths) =>
    lengths.map((length, group) => ({
      key: `g${group}`,
      nodes: Array.from({ length }, (_, index) => ({
        id: `${group}-${index}`,
        title: `题名 ${(index * 7) % 5}`,
      })),
    })),
  );

const overlap = (a: Placed, b: Placed): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the graph around a record', () => {
  it('overlaps nowhere, stays in its frame, and draws or folds every node', () =>
    fc.assert(
      fc.property(groups, (given) => {
        const graph = graphOf(given);
        const boxes = [graph.center, ...graph.headings, ...graph.nodes, ...graph.folds];
        for (const [place, box] of boxes.entries()) {
          expect(box.x >= 0 && box.x + box.width <= graph.width).toBe(true);
          expect(box.y >= 0 && box.y + box.height <= graph.height).toBe(true);
          for (const other of boxes.slice(0, place)) expect(overlap(box, other)).toBe(false);
        }
        expect(graph.nodes.length + graph.folds.length).toBeLessThanOrEqual(MOST_NODES);
        for (const { key, nodes } of given) {
          const drawn = graph.nodes.filter(({ group }) => group === key).length;
          const folded = graph.folds.find(({ group }) => group === key)?.count ?? 0;
          expect(drawn + folded).toBe(nodes.length);
          expect(graph.edges.some(({ group }) => group === key)).toBe(nodes.length > 0);
        }
      }),
    ));

  it('is the same in whatever order the nodes come', () =>
    fc.assert(
      fc.property(groups, (given) => {
        const turned = given.map(({ key, nodes }) => ({ key, nodes: nodes.toReversed() }));
        expect(graphOf(turned)).toEqual(graphOf(given));
      }),
    ));

  it('cuts long names to the room that they have', () => {
    expect(fitText('电池热失控预警系统', 9)).toBe('电池热失控预警系统');
    expect(fitText('电池热失控预警系统', 6)).toBe('电池热失控…');
    expect(fitText('Energy storage', 20)).toBe('Energy storage');
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 2, max: 20 }), (text, ems) => {
        const cut = fitText(text, ems);
        expect(cut === text || cut.endsWith('…')).toBe(true);
        const width = [...cut].reduce(
          (sum, char) => sum + (/[\u2e80-\uffff…]/.test(char) ? 1 : 0.56),
          0,
        );
        expect(width).toBeLessThanOrEqual(ems + 0.001);
      }),
    );
  });
});

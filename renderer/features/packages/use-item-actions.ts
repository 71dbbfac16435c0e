import type { Change, Values } from '../../../shared/commits/index.ts';
import {
  type AchievementPackage,
  addItems,
  dropItem,
  moveItem,
  type PackageItem,
  packageItem,
  renameChapter,
} from '../../../shared/features/packages/index.ts';
import { freshId, useSave } from '../../ui/save.ts';

/** What can be done to the achievements of a package, each one step to undo. */
export function useItemActions({ id, title }: AchievementPackage, items: readonly PackageItem[]) {
  const save = useSave();
  const order = (changes: readonly Change[]): Promise<boolean> | false =>
    changes.length > 0 && save.changes({ key: 'orderPackage', params: { title } }, changes);
  return {
    add: (achievements: readonly { readonly id: string; readonly title: string }[]) => {
      const changes = addItems(id, items, achievements, freshId);
      const label = { key: 'addToPackage', params: { title, count: changes.length } };
      return changes.length > 0 ? save.changes(label, changes) : Promise.resolve(true);
    },
    move: (item: PackageItem, by: -1 | 1) => order(moveItem(items, item.id, by)),
    drop: (moved: string, over: string, edge: 'before' | 'after') =>
      order(dropItem(items, moved, over, edge)),
    rename: (from: string, to: string) => {
      const changes = renameChapter(items, from, to);
      const label = { key: 'renameChapter', params: { title } };
      return changes.length > 0 ? save.changes(label, changes) : Promise.resolve(true);
    },
    change: (item: PackageItem, set: Values) =>
      save.changes({ key: 'editPackageItem', params: { title, item: item.achievement ?? '' } }, [
        { patch: packageItem.name, id: item.id, set },
      ]),
    takeOut: (item: PackageItem) =>
      save.changes(
        { key: 'delete', params: { entity: packageItem.name, title: item.achievement ?? '' } },
        [{ delete: packageItem.name, id: item.id }],
      ),
  };
}
export type ItemActions = ReturnType<typeof useItemActions>;

import { useTold } from '../../ui/told.ts';
import { type Checked, checkPackage, type Wanted } from './making.ts';

/**
 * What stands against a brochure, kept level with the desk; undefined before the first answer, null
 * when the package is gone. `isNew` says whether it answers to what is wanted now.
 */
export function useChecked(
  packageId: string,
  wanted: Wanted,
): { readonly checked: Checked | null | undefined; readonly isNew: boolean } {
  const { answer, isNew } = useTold(
    { packageId, wanted },
    (asked) => checkPackage(asked.packageId, asked.wanted),
    ['achievementPackage', 'packageItem'],
  );
  return { checked: answer, isNew };
}

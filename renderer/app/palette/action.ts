import type { Bilingual } from '../../../shared/core/language.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Keys } from '../shortcuts/keys.ts';

/** Something that the user can have done from anywhere: by the palette, a shortcut or the menu. */
export interface Action {
  readonly id: string;
  readonly label: Bilingual;
  /** Further words by which it is found, with commas between them. */
  readonly also?: Bilingual;
  readonly icon: IconName;
  readonly keys?: Keys;
  /** The keys are heard in fields, too: they do nothing there by themselves. */
  readonly whileTyping?: true;
  /** It changes the desk: not there while nothing can be changed. */
  readonly changes?: true;
  /** Offered before anything is typed. */
  readonly often?: true;
  /** Known by its keys alone: the palette has no use for it. */
  readonly unlisted?: true;
  /** False where there was nothing to do: a shortcut then leaves its keys to the browser. */
  readonly run: () => unknown;
}

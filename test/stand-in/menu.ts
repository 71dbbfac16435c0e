import type { MenuItemConstructorOptions } from 'electron';

let menu: readonly MenuItemConstructorOptions[] = [];

export function setMenu(template: readonly MenuItemConstructorOptions[]): void {
  menu = template;
}

function submenuOf({ submenu }: MenuItemConstructorOptions): readonly MenuItemConstructorOptions[] {
  return Array.isArray(submenu) ? submenu : [];
}

/** The words in the menu, by the heads of its menus. */
export function menuLabels(): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    menu.map((head) => [
      head.label ?? head.role ?? '',
      submenuOf(head).flatMap((item) => (item.label ? [item.label] : [])),
    ]),
  );
}

export function clickMenu(id: string): void {
  const item = menu.flatMap(submenuOf).find((candidate) => candidate.id === id);
  if (!item?.click) throw new Error(`no menu item ${id}`);
  // The app's items take no argument.
  (item.click as () => void)();
}

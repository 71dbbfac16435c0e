import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/core/language.ts';

const zh = {
  file: '文件',
  newAchievement: '新建科技成果',
  newEnterprise: '新建企业',
  newDeal: '新建交易',
  import: '导入…',
  export: '导出…',
  settings: '设置…',
  quit: '退出',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  search: '查找…',
  view: '显示',
  zoomIn: '放大',
  zoomOut: '缩小',
  resetZoom: '实际大小',
  fullScreen: '全屏',
  window: '窗口',
  minimize: '最小化',
  close: '关闭',
};

const en: typeof zh = {
  file: 'File',
  newAchievement: 'New Achievement',
  newEnterprise: 'New Enterprise',
  newDeal: 'New Deal',
  import: 'Import…',
  export: 'Export…',
  settings: 'Settings…',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  search: 'Find…',
  view: 'View',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  resetZoom: 'Actual Size',
  fullScreen: 'Full Screen',
  window: 'Window',
  minimize: 'Minimize',
  close: 'Close',
};

/**
 * The application menu in one language. What belongs to the desk is sent to the page; the rest are
 * Electron's roles with our words, because its own are in the system's language only.
 */
export function menuTemplate(
  language: Language,
  isMac: boolean,
  send: (command: MenuCommand) => void,
): MenuItemConstructorOptions[] {
  const words = { zh, en }[language];
  const command = (name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: name,
    label: words[name],
    click: () => send(name),
    // Shown, not taken: the page has these keys itself, and a text field undoes its own typing.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const role = (
    name: NonNullable<MenuItemConstructorOptions['role']>,
    label: string,
  ): MenuItemConstructorOptions => ({ role: name, label });
  const rule: MenuItemConstructorOptions = { type: 'separator' };

  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: words.file,
      submenu: [
        command('newAchievement'),
        command('newEnterprise'),
        command('newDeal'),
        rule,
        command('import'),
        command('export'),
        rule,
        command('settings'),
        rule,
        isMac ? role('close', words.close) : role('quit', words.quit),
      ],
    },
    {
      label: words.edit,
      submenu: [
        command('undo', 'CmdOrCtrl+Z'),
        command('redo', 'CmdOrCtrl+Shift+Z'),
        rule,
        role('cut', words.cut),
        role('copy', words.copy),
        role('paste', words.paste),
        role('selectAll', words.selectAll),
        rule,
        command('search', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: words.view,
      submenu: [
        role('zoomIn', words.zoomIn),
        role('zoomOut', words.zoomOut),
        role('resetZoom', words.resetZoom),
        rule,
        role('togglefullscreen', words.fullScreen),
      ],
    },
    {
      label: words.window,
      role: 'windowMenu',
      submenu: [role('minimize', words.minimize), role('close', words.close)],
    },
  ];
}

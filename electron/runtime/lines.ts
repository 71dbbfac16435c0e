import type { Language } from '../../shared/core/language.ts';

/** What a runtime says in the terminal: one line for each thing that the user should know. */
const zh = {
  inUse: (folder: string, pid: number) =>
    `成果经纪台已在使用这个数据文件夹（进程 ${pid}）：${folder}`,
  cannotWrite: (folder: string) => `数据文件夹无法写入：${folder}`,
  portTaken: (port: number) =>
    `端口 ${port} 已被其他程序占用。换端口就换了浏览器数据库，因此不自动更换；请关闭占用该端口的程序后再启动。`,
  address: (address: string) => `请在浏览器中打开：${address}`,
  noBrowser: () => '没有找到 Chrome、Edge 或 Chromium。',
  noDisplay: () => '没有图形显示环境，不打开窗口。',
  windowFailed: (name: string) => `浏览器未能打开窗口：${name}`,
  noSandbox: () => '以 root 身份运行，浏览器窗口不使用沙箱。',
};

const en: typeof zh = {
  inUse: (folder, pid) =>
    `Transfer Desk is already using this data folder (process ${pid}): ${folder}`,
  cannotWrite: (folder) => `The data folder cannot be written: ${folder}`,
  portTaken: (port) =>
    `Port ${port} is taken by another program. Another port would be another browser database, so none is tried; close that program and start again.`,
  address: (address) => `Open in a browser: ${address}`,
  noBrowser: () => 'No Chrome, Edge or Chromium was found.',
  noDisplay: () => 'There is no display, so no window is opened.',
  windowFailed: (name) => `The browser could not open a window: ${name}`,
  noSandbox: () => 'Running as root: the browser window has no sandbox.',
};

export const lines = { zh, en };

/** The product's language for a system locale given as a BCP 47 tag. */
export function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale) ? 'zh' : 'en';
}

/** The system's language as Node knows it, as a BCP 47 tag without extensions. */
export function systemLocale(): string {
  return new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).baseName;
}

/** Exit code of a runtime that could not start and has said why. */
export const HANDLED_FAILURE = 3;

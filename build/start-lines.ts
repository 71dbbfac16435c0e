const zh = {
  help: `成果经纪台

用法：npm start -- [选项]

  --browser        不用 Electron，在已安装的 Chrome、Edge 或 Chromium 中打开
  --demo           打开演示台（虚构数据，单独的数据文件夹）
  --data 文件夹    使用这个数据文件夹
  --port 端口      浏览器窗口的本机端口（默认 47635；换端口即换浏览器数据库）
  --no-window      不打开窗口，只给出地址
  --min-free 兆字节 磁盘剩余空间低于此数时只能查看（默认 500，数据库较大时更多）
  --help           显示本说明`,
  wrongOption: (text: string) => `无法识别的选项：${text}（--help 查看用法）`,
  building: () => '正在构建……',
  fetching: (seconds: number) => `正在获取 Electron（仅需一次，最多 ${seconds} 秒）……`,
  stub: () => '没有 Electron 程序文件，以占位程序打包：只能检查内容，不能运行。',
  cannotPackage: () => '没有 Electron 程序文件，无法打包（可执行 npx install-electron 下载）。',
  noElectron: {
    failed: '未能下载 Electron，改用浏览器窗口。',
    tooSlow: '下载 Electron 超时，改用浏览器窗口（可执行 npx install-electron 另行下载）。',
    triedToday:
      '今天已尝试下载 Electron 未成功，改用浏览器窗口（可执行 npx install-electron 重试）。',
    noDisplay: '没有图形显示环境，Electron 无法打开窗口。',
    ended: 'Electron 在这台电脑上无法启动，改用浏览器窗口。',
  },
};

const en: typeof zh = {
  help: `Transfer Desk

Usage: npm start -- [options]

  --browser        Without Electron, in the installed Chrome, Edge or Chromium
  --demo           Open the demo desk (invented records, a data folder of its own)
  --data FOLDER    Use this data folder
  --port N         Local port of the browser window (default 47635; another port is
                   another browser database)
  --no-window      Open no window, only print the address
  --min-free MB    With less than this left on the disk the desk can only be looked at
                   (default 500, more for a large database)
  --help           Show this`,
  wrongOption: (text) => `Unknown option: ${text} (--help shows what there is)`,
  building: () => 'Building…',
  fetching: (seconds) => `Fetching Electron (once, at most ${seconds} s)…`,
  stub: () => 'Electron is not here: packaging a stub, which can be looked at but not run.',
  cannotPackage: () =>
    'Electron is not here, so nothing can be packaged (npx install-electron downloads it).',
  noElectron: {
    failed: 'Electron could not be downloaded: opening the browser window.',
    tooSlow:
      'Downloading Electron took too long: opening the browser window (npx install-electron downloads it).',
    triedToday:
      'Electron could not be downloaded earlier today: opening the browser window (npx install-electron tries again).',
    noDisplay: 'There is no display on which Electron could open a window.',
    ended: 'Electron does not start on this computer: opening the browser window.',
  },
};

export const startLines = { zh, en };
export type NoElectron = keyof typeof zh.noElectron;

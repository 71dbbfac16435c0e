const UNITS = ['KB', 'MB', 'GB', 'TB'] as const;

/** Bytes as people say them, in units of 1,024: `12 KB`, `3.4 MB`. */
export function sizeText(bytes: number): string {
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const shown = size >= 10 || unit === 0 ? Math.ceil(size) : Math.round(size * 10) / 10;
  return `${shown.toLocaleString('en')} ${UNITS[unit] ?? ''}`;
}

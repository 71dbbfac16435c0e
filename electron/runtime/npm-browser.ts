/**
 * The browser of the npm package `@sparticuz/chromium`, where that is installed: it can print and be
 * tested with, but has no window. Null where there is none; the answer unpacks it and gives its path.
 */
export async function findNpmBrowser(): Promise<(() => Promise<string>) | null> {
  if (process.platform !== 'linux') return null;
  // The package unpacks the system libraries that it needs only when it believes that it runs in
  // Amazon's containers; a machine without a browser has not these libraries either.
  process.env.CODEBUILD_BUILD_IMAGE ??= 'nodejs24';
  // Not a literal, so that the bundler leaves the package, with its 60 MB, where it is.
  const name: string = '@sparticuz/chromium';
  try {
    const chromium: typeof import('@sparticuz/chromium') = await import(name);
    return () => chromium.default.executablePath();
  } catch {
    return null;
  }
}

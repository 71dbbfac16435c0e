/**
 * Chromium without Electron does not know the scheme `app:`. Its pages stand at secure addresses of
 * a domain that is reserved for tests, and routing answers them before any name is looked up.
 */
const DOMAIN = 'app.test';

/** `app://desk/x` to where Chromium really loads it. */
export function toChromium(address: string): string {
  return address.replace(/^app:\/\/([\w-]+)/, `https://$1.${DOMAIN}`);
}

/** What Electron would say that the address is. */
export function toElectron(address: string): string {
  return address.replace(/^https:\/\/([\w-]+)\.app\.test/, 'app://$1');
}

import { navigate, useHashLocation } from 'wouter/use-hash-location';

/** Goes to an address; what the last one asked of its screen (`?new=1`) stays behind. */
const goTo: typeof navigate = (to, options) => navigate(to.includes('?') ? to : `${to}?`, options);

// Going back or forth over a change of `?…` is told as popstate alone, and the hash hook listens to
// hashchange alone.
addEventListener('popstate', () => dispatchEvent(new HashChangeEvent('hashchange')));

/** The address of a screen, after # so that no server is asked for it. */
export function useAddress(): [string, typeof navigate] {
  const [path] = useHashLocation();
  return [path, goTo];
}
useAddress.hrefs = (href: string): string => `#${href}`;

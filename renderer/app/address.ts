import { navigate, useHashLocation } from 'wouter/use-hash-location';

/** Of what stands behind the `?`, what says how a screen is looked at. The rest asks it for something. */
const LOOKS = ['view', 'tab'];

const looksIn = (search: string): string =>
  new URLSearchParams(
    [...new URLSearchParams(search)].filter(([name]) => LOOKS.includes(name)),
  ).toString();

const asks = (search: string): boolean =>
  looksIn(search) !== new URLSearchParams(search).toString();

/**
 * Goes to an address; what the last one asked of its screen (`?new=1`) stays behind. Asking and its
 * end make no entry in the history, and the way back does not ask again.
 */
const goTo: typeof navigate = (to, options = {}) => {
  const [path = '', search = ''] = to.split('?');
  const here = `/${location.hash.replace(/^#?\/?/, '')}`;
  const isAsked = asks(location.search);
  const isSame = path === here && (isAsked || asks(search));
  if (isAsked && !isSame && options.replace !== true) {
    const url = new URL(location.href);
    url.search = looksIn(location.search);
    history.replaceState(history.state, '', url);
  }
  navigate(`${path}?${search}`, isSame ? { ...options, replace: true } : options);
};

// Going back or forth over a change of `?…` is told as popstate alone, and the hash hook listens to
// hashchange alone.
addEventListener('popstate', () => dispatchEvent(new HashChangeEvent('hashchange')));

/** The address of a screen, after # so that no server is asked for it. */
export function useAddress(): [string, typeof navigate] {
  const [path] = useHashLocation();
  return [path, goTo];
}
useAddress.hrefs = (href: string): string => `#${href}`;

import type { App, Session, WebContents } from 'electron';
import { isPage } from './page-protocol.ts';

/** What a page of ours may do beyond showing itself: copy text, and have its database kept. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage']);

function setPermissions(session: Session, allowed: (permission: string, url: string) => boolean) {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(allowed(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => allowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
}

export function denyEverything(session: Session): void {
  setPermissions(session, () => false);
}

export function grantThePageLittle(session: Session): void {
  setPermissions(session, (permission, url) => granted.has(permission) && isPage(url));
}

/** No page leaves its place, opens another window, or holds another page, whoever asks for it. */
function confine(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

export function confineAllPages(app: App): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

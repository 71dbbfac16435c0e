import type { Session } from 'electron';
import type { BrowserContext, Request as PageRequest, Route } from 'playwright-core';
import { toElectron } from './addresses.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = NonNullable<Parameters<Session['webRequest']['onBeforeRequest']>[0]>;
type PermissionCheck = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type PermissionRequest = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;

type UsedOfSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> & {
  readonly protocol: Pick<Session['protocol'], 'handle' | 'unhandle'>;
  readonly webRequest: { readonly onBeforeRequest: (listener: BeforeRequest) => void };
};

export interface SessionStandIn extends UsedOfSession {
  /** Answers what the context's pages ask for as Electron would: from handlers, or not at all. */
  readonly serve: (context: BrowserContext, mayNavigate: MayNavigate) => Promise<void>;
  /** What the handlers say to a permission, null while there is no handler: Electron would grant. */
  readonly permission: (name: string, origin: string) => PermissionAnswers;
}

export type MayNavigate = (url: string, isMainFrame: boolean) => boolean;

interface PermissionAnswers {
  readonly check: boolean | null;
  readonly request: boolean | null;
  readonly device: boolean | null;
}

function isMainFrame(asked: PageRequest): boolean {
  try {
    return asked.frame().parentFrame() === null;
  } catch {
    // The first request of a window that is only being opened has no frame yet.
    return true;
  }
}

function createSession(): SessionStandIn {
  const handlers = new Map<string, Handler>();
  let beforeRequest: BeforeRequest | null = null;
  let check: PermissionCheck | null = null;
  let request: PermissionRequest | null = null;
  let device: ((details: never) => boolean) | null = null;

  function isCancelled(url: string): boolean {
    let cancelled = false;
    // The listener reads the address alone; the rest of the details are Chromium's own.
    const details = { url } as Parameters<BeforeRequest>[0];
    beforeRequest?.(details, ({ cancel }) => {
      cancelled = cancel === true;
    });
    return cancelled;
  }

  async function answer(route: Route, mayNavigate: MayNavigate): Promise<void> {
    const asked = route.request();
    const url = toElectron(asked.url());
    if (asked.isNavigationRequest() && !mayNavigate(url, isMainFrame(asked))) {
      return route.abort('aborted');
    }
    const handler = handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler || isCancelled(url)) return route.abort('blockedbyclient');
    const response = await handler(new Request(url, { method: asked.method() }));
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  return {
    protocol: {
      handle: (scheme, handler) => {
        handlers.set(scheme, handler);
      },
      unhandle: (scheme) => {
        handlers.delete(scheme);
      },
    },
    webRequest: {
      onBeforeRequest: (listener) => {
        beforeRequest = listener;
      },
    },
    setPermissionCheckHandler: (handler) => {
      check = handler;
    },
    setPermissionRequestHandler: (handler) => {
      request = handler;
    },
    setDevicePermissionHandler: (handler) => {
      device = handler;
    },
    serve: async (context, mayNavigate) => {
      await context.route('**/*', (route) => answer(route, mayNavigate));
    },
    permission: (name, origin) => {
      let granted: boolean | null = null;
      // Names and details come from a test, which may ask for what does not exist.
      request?.(
        null as never,
        name as never,
        (answered) => {
          granted = answered;
        },
        { requestingUrl: `${origin}/` } as never,
      );
      return {
        check: check?.(null, name as never, origin, {} as never) ?? null,
        request: granted,
        device: device?.({} as never) ?? null,
      };
    },
  };
}

const sessions = new Map<string, SessionStandIn>();

export const defaultSession: SessionStandIn = createSession();

export const session = {
  defaultSession,
  fromPartition: (partition: string): SessionStandIn => {
    const known = sessions.get(partition) ?? createSession();
    sessions.set(partition, known);
    return known;
  },
};

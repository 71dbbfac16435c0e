import { emptyAnswer, type PageAnswer, type PageSource } from './page.ts';

export const PAGE_ORIGIN = 'app://desk';

/** `URL.origin` is "null" for a scheme that Node does not know, so that its parts are compared. */
export function isPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && `${url.protocol}//${url.host}` === PAGE_ORIGIN;
}

export function toResponse({ status, headers, body }: PageAnswer): Response {
  // A copy in plain memory: a Response takes no view of shared memory, which the type allows.
  return new Response(status === 204 || body.byteLength === 0 ? null : new Uint8Array(body), {
    status,
    headers: { ...headers },
  });
}

/** Answers requests of the page's scheme from the built page. */
export function pageProtocol(page: PageSource): (request: Request) => Promise<Response> {
  return async ({ url, method }) =>
    toResponse(
      method === 'GET' && isPage(url) ? await page(new URL(url).pathname) : emptyAnswer(404),
    );
}

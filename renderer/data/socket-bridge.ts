import { headOf, pack, unpack, unpackWhole } from '../../shared/contract/codec.ts';
import type { Bridge } from '../../shared/contract/index.ts';

const utf8 = new TextDecoder();

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Line {
  readonly socket: WebSocket;
  readonly isOpen: Promise<void>;
  /** Calls that are not answered yet, by ticket. */
  readonly waiting: Map<number, Waiting>;
}

function openLine(): Line {
  const socket = new WebSocket(`ws://${location.host}/desk`);
  const waiting: Line['waiting'] = new Map();
  const { promise: isOpen, resolve, reject } = Promise.withResolvers<void>();
  // Whoever calls hears of it.
  isOpen.catch(() => undefined);
  socket.addEventListener('open', () => resolve());
  socket.addEventListener('close', () => {
    const gone = new Error('the line to the computer has ended');
    reject(gone);
    for (const call of waiting.values()) call.reject(gone);
    waiting.clear();
  });
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
    const said = typeof data === 'string' ? unpack(data) : unpackWhole(new Uint8Array(data), utf8);
    // What cannot be read answers nobody: who waits hears that the line has ended.
    if (!said.ok) return socket.close();
    // The server that served this page speaks this form.
    const { ticket, answer } = said.value as { ticket: number; answer: unknown };
    waiting.get(ticket)?.resolve(answer);
    waiting.delete(ticket);
  });
  return { socket, isOpen, waiting };
}

/** Longer calls go as bytes: the browser passes text on by piece and holds the page meanwhile. */
const LONG = 32_000;

/**
 * The bridge of the browser window: calls go to the local server that served the page, which knows
 * the page by its cookie. They share one line, because a request of its own costs several times what
 * a save costs; by the line the server also knows that the window is there. One that has ended is
 * opened again by the next call.
 */
export function socketBridge(): Bridge {
  let line = openLine();
  let tickets = 0;
  return {
    send: async (name, input) => {
      if (line.socket.readyState > WebSocket.OPEN) line = openLine();
      const { socket, isOpen, waiting } = line;
      if (socket.readyState !== WebSocket.OPEN) await isOpen;
      tickets += 1;
      const ticket = tickets;
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      waiting.set(ticket, { resolve, reject });
      const { text, bytes } = pack({ ticket, name, input });
      if (text.length <= LONG && bytes.length === 0) socket.send(text);
      else {
        const said = new Blob([text]);
        socket.send(new Blob([headOf(said.size), said, ...bytes]));
      }
      return promise;
    },
    // The browser window has no application menu.
    onMenuCommand: () => () => undefined,
  };
}

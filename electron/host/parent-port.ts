/** The way from one of the host's children to the host. */
export interface Port {
  readonly listen: (listener: (message: unknown) => void) => void;
  readonly send: (reply: object) => void;
}

/** What Electron sets on the process of a utility process. */
interface ParentPort {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

/** Works in a utility process of Electron and in a child of Node, which ends with its parent. */
export function portToParent(): Port {
  // Electron's own types are not known to the host, which also runs without Electron.
  const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
  if (parentPort) {
    return {
      listen: (listener) => parentPort.on('message', ({ data }) => listener(data)),
      send: (reply) => parentPort.postMessage(reply),
    };
  }
  process.on('disconnect', () => process.exit());
  return {
    listen: (listener) => process.on('message', listener),
    send: (reply) => process.send?.(reply),
  };
}

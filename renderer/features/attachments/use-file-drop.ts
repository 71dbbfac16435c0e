import { useEffect, useRef, useState } from 'react';

const carriesFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}

/**
 * Takes files that are dropped anywhere in the window, or pasted outside a field. `take` null
 * refuses them. Answers whether files are being dragged over the window.
 */
export function useFileDrop(
  take: ((files: readonly File[], how: 'dropped' | 'pasted') => void) | null,
): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const onDrag = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      // Also when refused: otherwise the browser would open the file in place of the desk.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = latest.current ? 'copy' : 'none';
      setOver(latest.current !== null);
    };
    window.addEventListener('dragenter', onDrag, { signal });
    window.addEventListener('dragover', onDrag, { signal });
    window.addEventListener(
      'dragleave',
      (event) => {
        // Between two elements of the page there is a next one; at its edge there is none.
        if (event.relatedTarget === null) setOver(false);
      },
      { signal },
    );
    window.addEventListener(
      'drop',
      (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        latest.current?.([...(event.dataTransfer?.files ?? [])], 'dropped');
      },
      { signal },
    );
    window.addEventListener(
      'paste',
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length === 0 || isTypedInto(event.target)) return;
        event.preventDefault();
        latest.current?.(files, 'pasted');
      },
      { signal },
    );
    return () => ending.abort();
  }, []);
  return over;
}

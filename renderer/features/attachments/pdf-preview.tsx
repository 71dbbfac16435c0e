import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/i18n.ts';
import { openPdf } from './pdf-document.ts';
import css from './preview.module.css';
import { NoPreview, Reading } from './preview-message.tsx';

/** Larger canvases are refused by browsers, and slow. */
const MOST_PIXELS = 12_000_000;

/** An A4 page's, until the page itself is known. */
const USUAL_RATIO = 1 / Math.SQRT2;

/** One page, drawn once it comes near the view. */
function PdfPage({
  document,
  number,
}: {
  readonly document: PDFDocumentProxy;
  readonly number: number;
}) {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const [ratio, setRatio] = useState(USUAL_RATIO);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        setNear(true);
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = canvas.current;
    if (!near || !element) return;
    let stop = (): void => undefined;
    let current = true;
    const draw = async (): Promise<void> => {
      const page = await document.getPage(number);
      if (!current) return;
      const natural = page.getViewport({ scale: 1 });
      setRatio(natural.width / natural.height);
      const wanted = (element.clientWidth * devicePixelRatio) / natural.width;
      const most = Math.sqrt(MOST_PIXELS / (natural.width * natural.height));
      const viewport = page.getViewport({ scale: Math.min(wanted, most) });
      element.width = Math.floor(viewport.width);
      element.height = Math.floor(viewport.height);
      const task = page.render({ canvas: element, viewport });
      stop = () => task.cancel();
      await task.promise;
    };
    draw().catch(() => {
      if (current) setBroken(true);
    });
    return () => {
      current = false;
      stop();
    };
  }, [document, number, near]);
  return (
    <>
      <canvas
        ref={canvas}
        className={css.page}
        role="img"
        aria-label={t('attachment.page', { page: number, pages: document.numPages })}
        style={{ aspectRatio: ratio }}
      />
      {broken && <NoPreview why="broken" />}
    </>
  );
}

/** The pages of a PDF, one below the other. */
export function PdfPreview({ blob, name }: { readonly blob: Blob; readonly name: string }) {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState<'broken' | 'locked' | null>(null);
  useEffect(() => {
    let current = true;
    let close = (): void => undefined;
    setDocument(null);
    setFailed(null);
    const open = async (): Promise<void> => {
      const opened = await openPdf(await blob.arrayBuffer());
      if (opened.ok) close = opened.value.close;
      if (!current) return close();
      if (opened.ok) setDocument(opened.value.document);
      else setFailed(opened.error.type);
    };
    void open();
    return () => {
      current = false;
      close();
    };
  }, [blob]);
  if (failed) return <NoPreview why={failed} />;
  if (!document) return <Reading />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by the keyboard
    <section className={css.pdf} aria-label={name} tabIndex={0}>
      {Array.from({ length: document.numPages }, (_, index) => (
        // The pages of a document never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        <PdfPage key={index} document={document} number={index + 1} />
      ))}
    </section>
  );
}

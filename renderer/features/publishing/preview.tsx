import type { Block, Printed } from '../../../shared/contract/index.ts';
import css from './preview.module.css';

function BlockView({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return <p data-muted={block.muted}>{block.text}</p>;
    case 'facts':
      return (
        <dl>
          {block.facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.columns.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((cells) => (
              <tr key={cells.join('\n')}>
                {block.columns.map(({ title }, index) => (
                  <td key={title}>{cells[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    // No one-pager has these.
    case 'signatures':
    case 'picture':
      return null;
  }
}

/** How often the watermark is repeated down the sheet. */
const MARKS = ['a', 'b', 'c', 'd'];

/** A document as it will come out, on a sheet of paper: the same structure that the file is made of. */
export function Preview({ document }: { readonly document: Printed }) {
  const { title, subtitle, firm, footer, watermark, sections, language } = document;
  return (
    <article className={css.sheet} lang={language}>
      <div className={css.marks} aria-hidden="true">
        {MARKS.map((mark) => (
          <span key={mark} data-mark={watermark} />
        ))}
      </div>
      {firm !== '' && <div className={css.firm}>{firm}</div>}
      <h2>{title}</h2>
      <div className={css.subtitle}>{subtitle}</div>
      {sections.map(({ heading, blocks }, index) => (
        // Sections have no name of their own, and never move without the others.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <section key={index}>
          {heading !== '' && <h3>{heading}</h3>}
          {blocks.map((block) => (
            <BlockView key={block.type} block={block} />
          ))}
        </section>
      ))}
      <footer>{footer}</footer>
    </article>
  );
}

import './paper.css';
import type { JSX } from 'preact';
import type { Block, PaperDocument } from './document.ts';

/** One copy of the minutes, as it is printed: A4, numbered sections, two columns of lines to sign on. */
export function Sheet({ paper }: { readonly paper: PaperDocument }): JSX.Element {
  const { title, body, standing, sections, signatures, foot } = paper;
  return (
    <article class="sheet">
      <h1>{title}</h1>
      <p class="of">{body}</p>
      {standing === null ? null : <p class="soft">{standing}</p>}
      <ol class="parts">
        {sections.map((section) => (
          <li key={section.title}>
            <h2>{section.title}</h2>
            {section.blocks.map((block, i) => (
              <Part key={`${i} ${block.kind}`} block={block} />
            ))}
          </li>
        ))}
      </ol>
      {foot === null ? null : <p class="soft foot-line">{foot}</p>}
      <section class="to-sign-on">
        <h2>{signatures.title}</h2>
        <ul>
          {signatures.lines.map((line, i) => (
            <li key={`${i} ${line}`}>{line}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function Part({ block }: { readonly block: Block }): JSX.Element {
  if (block.kind === 'heading') return <h3>{block.text}</h3>;
  if (block.kind === 'quote') return <blockquote class="text">{block.text}</blockquote>;
  if (block.kind === 'text') return <p class="text">{block.text}</p>;
  const items = block.items.map((item, i) => <li key={`${i} ${item}`}>{item}</li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

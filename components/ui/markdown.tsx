import { Fragment, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { markdownBlocks, type MarkdownBlock } from './markdown-blocks.ts';

const inline = /(`[^`\n]+`|\*\*[^*\n]+\*\*|\*[^*\n]+\*|\[[^\]\n]+\]\(https?:\/\/[^\s)]+\)|https?:\/\/[^\s<>)]+)/g;

/** Emphasis, code and links inside a block; a link leads to the web alone, in a tab of its own. */
function Inline({ text }: { text: string }): ReactNode {
  return text.split(inline).map((part, at) => {
    if (at % 2 === 0) return <Fragment key={at}>{part}</Fragment>;
    if (part.startsWith('`'))
      return (
        <code key={at} className="rounded-[3px] bg-sunken px-1 font-mono text-[.92em]">
          {part.slice(1, -1)}
        </code>
      );
    if (part.startsWith('**'))
      return (
        <strong key={at} className="font-strong">
          {part.slice(2, -2)}
        </strong>
      );
    if (part.startsWith('*')) return <em key={at}>{part.slice(1, -1)}</em>;
    const named = /^\[([^\]]+)\]\((.+)\)$/.exec(part);
    return (
      <a key={at} href={named?.[2] ?? part} target="_blank" rel="noreferrer noopener" className="link">
        {named?.[1] ?? part}
      </a>
    );
  });
}

function Block({ block }: { block: MarkdownBlock }) {
  switch (block.type) {
    case 'heading':
      return (
        <p className="font-strong">
          <Inline text={block.text} />
        </p>
      );
    case 'paragraph':
      return (
        <p className="whitespace-pre-line">
          <Inline text={block.text} />
        </p>
      );
    case 'quote':
      return (
        <blockquote className="border-l-2 border-line-2 pl-3 whitespace-pre-line text-ink-2">
          <Inline text={block.text} />
        </blockquote>
      );
    case 'code':
      return <pre className="scroll rounded-control bg-sunken px-3 py-2 font-mono text-12">{block.text}</pre>;
    case 'list': {
      const items = block.items.map((text, at) => (
        <li key={at}>
          <Inline text={text} />
        </li>
      ));
      return block.ordered ? <ol className="list-decimal pl-5">{items}</ol> : <ul className="list-disc pl-5">{items}</ul>;
    }
  }
}

/** A text in Markdown as elements: never as HTML, so nothing in it can do anything. */
export function Markdown({ text, className }: { text: string; className?: string }) {
  return (
    <div className={cx('flex flex-col gap-2 text-13 break-words', className)}>
      {markdownBlocks(text).map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

import Link from 'next/link';
import { EntryFrame } from '#components/first-run/entry-frame.tsx';

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <EntryFrame title="There is nothing here" lead="The address is mistyped, or what stood here was removed.">
      <Link className="link" href="/workflows">
        All workflows
      </Link>
    </EntryFrame>
  );
}

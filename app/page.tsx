import { redirect } from 'next/navigation';

/** The first page is the list of workflows. */
export default function HomePage(): never {
  redirect('/workflows');
}

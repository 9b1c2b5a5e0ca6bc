/** How much of a text is looked at, characters: enough for the head of a file, and nothing next to a paste of 10 MB. */
const looked = 200_000;

/** What makes another product's file known, in its own words. */
const signs: readonly { what: string; is: (head: string) => boolean }[] = [
  {
    what: 'a workflow of n8n',
    is: (head) => /^\s*\{/.test(head) && head.includes('"nodes"') && /"n8n-nodes-|"typeVersion"/.test(head),
  },
  { what: 'a flow of Node-RED', is: (head) => /^\s*\[/.test(head) && head.includes('"wires"') && head.includes('"type"') },
  {
    what: 'a program for Airflow',
    is: (head) => /^\s*(from|import) airflow\b/m.test(head) || /^\s*with DAG\(|^\s*@dag\b/m.test(head),
  },
];

/** Names what a text is that is no workflow of ours, as far as it is known: `a workflow of n8n`. Null: not known. */
export function foreignSource(text: string): string | null {
  const head = text.slice(0, looked);
  return signs.find(({ is }) => is(head))?.what ?? null;
}

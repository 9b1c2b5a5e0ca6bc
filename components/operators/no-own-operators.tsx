import { Button } from '#components/ui/button.tsx';

const manifest = `{
  "type": "hello",
  "title": "Hello",
  "description": "Greets somebody.",
  "configSchema": {
    "type": "object",
    "properties": { "name": { "type": "string" } },
    "required": ["name"]
  },
  "run": ["python3", "main.py"]
}`;
const program = `import json, os
config = json.load(open(os.environ["DRAWLOOM_INPUT"]))["config"]
answer = {"greeting": "Hello " + config["name"]}
json.dump(answer, open(os.environ["DRAWLOOM_OUTPUT"], "w"))`;

/** What stands where one's own operators would: how to make one, small enough to copy, and an example at a press. */
export function NoOwnOperators(props: { admin: boolean; busy: boolean; onAdd: () => void }) {
  return (
    <div className="px-6 py-5 max-xl:px-4">
      <p className="text-14 font-strong">You have no operator of your own yet.</p>
      <p className="mt-1 max-w-2xl text-13 text-ink-2">
        An operator is a folder in <code className="font-mono text-12">operators/</code> of the data directory: a manifest, from
        which its form is drawn, and a program in any language. It is here as soon as it is saved, without a restart.
      </p>
      <div className="mt-4 grid max-w-5xl grid-cols-2 gap-3 max-sm:grid-cols-1">
        {[
          ['operators/hello/operator.json', manifest],
          ['operators/hello/main.py', program],
        ].map(([file, text]) => (
          <figure key={file} className="min-w-0 overflow-hidden rounded-control border border-line">
            <figcaption className="border-b border-line bg-sunken px-3 py-1.5 font-mono text-11 text-ink-2">{file}</figcaption>
            <pre tabIndex={0} className="scroll overflow-x-auto p-3 font-mono text-11 leading-[1.6]">
              {text}
            </pre>
          </figure>
        ))}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {props.admin ? (
          <Button look="primary" busy={props.busy} onClick={props.onAdd}>
            Add the example CSV profile
          </Button>
        ) : null}
        <span className="text-12 text-ink-3">
          {props.admin ? 'Or in a terminal: ' : 'An admin can add an example: '}
          <code className="font-mono">drawloom operators add-example</code>
        </span>
      </div>
    </div>
  );
}

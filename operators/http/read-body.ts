import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Json } from '#domain/definition/schema/json.ts';
import { CodedFailure } from '#operators/runner.ts';
import type { HttpAnswer } from './send.ts';

/** What an output can hold is far less; this only keeps a wrong address from filling the memory. */
const mostInMemory = 16 * 1024 * 1024;
const mostOnDisk = 4 * 1024 * 1024 * 1024;

const tooMuch = (bytes: number, advice: string) =>
  new CodedFailure('output', `The answer has more than ${bytes / 1024 / 1024} MiB. ${advice}`, 'never');

/** Reads an answer as text. Throws CodedFailure `output` when it is too large for memory. */
export async function readText(answer: HttpAnswer): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer.body) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > mostInMemory) {
      answer.body.destroy();
      throw tooMuch(mostInMemory, 'Keep it as an artifact.');
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Reads an answer as JSON; an empty one is null. Throws CodedFailure `http` when it is none. */
export async function readJson(answer: HttpAnswer): Promise<Json> {
  const text = await readText(answer);
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new CodedFailure('http', `http: the answer is not JSON: ${text.slice(0, 80)}`);
  }
}

/** Writes an answer into the folder of artifacts; gives the name of the file. */
export async function keepBody(answer: HttpAnswer, url: URL, folder: string): Promise<string> {
  const name = nameOf(answer, url);
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > mostOnDisk) done(tooMuch(mostOnDisk, 'Fetch it in parts.'));
      else done(null, chunk);
    },
  });
  await pipeline(answer.body, counted, createWriteStream(path.join(folder, name), { mode: 0o600 }));
  return name;
}

/** A file name from the answer's disposition, else from its address; never more than a plain name. */
function nameOf(answer: HttpAnswer, url: URL): string {
  const disposition = String(answer.headers['content-disposition'] ?? '');
  const given = /filename\*?=(?:UTF-8'')?"?([^";]+)"?/i.exec(disposition)?.[1];
  const last = given ?? url.pathname.split('/').at(-1) ?? '';
  let decoded = last;
  try {
    decoded = decodeURIComponent(last);
  } catch {
    // Not encoded after all.
  }
  const plain = decoded
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '')
    .slice(0, 120);
  return plain === '' ? 'response' : plain;
}

/** Sends JSON and gives the JSON of the answer, over a connection that is kept. Rejects with the text of any other status than 200. */
export async function postJson(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
  return answer.json();
}

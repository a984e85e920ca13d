// A person of a hall who has no screen in the test: the same commands as a screen would give, over the same HTTP.
export interface Written {
  readonly acts: readonly { readonly index: number; readonly act: string }[];
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface Said {
  readonly code: string;
  readonly detail: { readonly es: string; readonly en: string };
}

export class Someone {
  readonly #url: string;
  readonly #body: string;
  readonly #token: string;
  #keys = 0;

  private constructor(url: string, body: string, token: string) {
    this.#url = url;
    this.#body = body;
    this.#token = token;
  }

  static async withCard(url: string, body: string, card: string): Promise<Someone> {
    const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
    const reply = await fetch(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ body, card, token }),
    });
    if (reply.status !== 200) throw new Error(`nobody signed in: ${await reply.text()}`);
    return new Someone(url, body, token);
  }

  /** What must be done for the story to go on. */
  async does(command: string, input: object): Promise<Written> {
    const { status, content } = await this.#asks(command, input);
    if (status !== 200) throw new Error(`${command}: ${status} ${JSON.stringify(content)}`);
    return content as Written;
  }

  /** The refusal of what the rules forbid. */
  async isRefused(command: string, input: object): Promise<Said> {
    const { status, content } = await this.#asks(command, input);
    if (status === 200) throw new Error(`${command} was not refused`);
    return content as Said;
  }

  async sees(path: string): Promise<unknown> {
    const headers = { authorization: `Bearer ${this.#token}` };
    return (await fetch(`${this.#url}/api/bodies/${this.#body}${path}`, { headers })).json();
  }

  async #asks(command: string, input: object): Promise<{ readonly status: number; readonly content: unknown }> {
    const reply = await fetch(`${this.#url}/api/bodies/${this.#body}/commands/${command}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.#token}`,
        'idempotency-key': `someone-${this.#keys++}`,
      },
      body: JSON.stringify(input),
    });
    return { status: reply.status, content: await reply.json() };
  }
}

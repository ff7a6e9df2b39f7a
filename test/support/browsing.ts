import http from 'node:http';

export interface Seen {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  /** Where it leads, if it leads on. */
  readonly location: string;
}

/** A browser as far as sign-in is concerned: it keeps cookies, sends the forms it is shown, and has an address. */
export class Browsing {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly server: string,
    readonly address = '127.0.0.1',
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.ask('GET', path, headers);
  }

  /** Opens the page with the form, fills it in and sends it to where the page is, or to `action`. */
  async submit(path: string, fields: Record<string, string>, action = path): Promise<Seen> {
    const { text } = await this.get(path);
    return this.post(action, { ...hiddenIn(text), ...fields }, { referer: `${this.server}${path}` });
  }

  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Seen> {
    const body = new URLSearchParams(fields).toString();
    return this.ask('POST', path, { 'content-type': 'application/x-www-form-urlencoded', ...headers }, body);
  }

  /** Another browser with the same cookies, at another server. */
  at(server: string): Browsing {
    const other = new Browsing(server, this.address);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  private ask(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Seen> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const options = { method, localAddress: this.address, headers: { ...(cookie && { cookie }), ...headers } };
    return new Promise((resolve, reject) => {
      const request = http.request(`${this.server}${path}`, options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          this.keep(answer.headers['set-cookie'] ?? []);
          const text = Buffer.concat(chunks).toString();
          const { statusCode = 0, headers: given } = answer;
          resolve({ status: statusCode, headers: given, text, location: given.location ?? '' });
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  private keep(given: readonly string[]): void {
    for (const one of given) {
      const [, name = '', value = '', rest = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(one) ?? [];
      if (value === '' || /Max-Age=0/.test(rest)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function hiddenIn(html: string): Record<string, string> {
  const main = html.slice(html.indexOf('<main'));
  const found = main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
}

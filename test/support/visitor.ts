/** What a page's address answered with. */
export interface Visited {
  readonly status: number;
  readonly url: string;
  /** Where it sends the browser. */
  readonly to: string | undefined;
  readonly text: string;
  readonly setCookies: readonly string[];
}

/** A browser without a window: it keeps cookies for each host and follows nothing by itself. */
export class Visitor {
  private readonly jar = new Map<string, Map<string, string>>();

  /** The cookies of one origin, by name. */
  cookies(origin: string): Map<string, string> {
    const known = this.jar.get(origin) ?? new Map<string, string>();
    this.jar.set(origin, known);
    return known;
  }

  async go(
    url: string,
    form?: Readonly<Record<string, string>>,
    headers: Record<string, string> = {},
  ): Promise<Visited> {
    const { origin } = new URL(url);
    const cookie = [...this.cookies(origin)].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const set of answer.headers.getSetCookie()) this.keep(origin, set);
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      url,
      to: location === null ? undefined : new URL(location, url).href,
      text: await answer.text(),
      setCookies: answer.headers.getSetCookie(),
    };
  }

  /** Goes where it is sent until it is sent nowhere, or to an address that `until` names. */
  async follow(first: Visited, until: (url: string) => boolean = () => false): Promise<Visited> {
    let last = first;
    while (last.to !== undefined && !until(last.to)) last = await this.go(last.to);
    return last;
  }

  private keep(origin: string, set: string): void {
    const [pair = '', ...attributes] = set.split(';');
    const [name = '', ...value] = pair.split('=');
    const gone = attributes.some((one) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(one));
    if (gone) this.cookies(origin).delete(name);
    else this.cookies(origin).set(name, value.join('='));
  }
}

import nunjucks from 'nunjucks';

/** Draws one template, named by its path under one of the folders, with what it is given. */
export type Draw = (template: string, model: object) => string;

/** Templates from these folders, first match wins. Everything is escaped unless a template says otherwise. */
export function templatesIn(folders: readonly string[]): Draw {
  const loader = new nunjucks.FileSystemLoader([...folders], { noCache: false, watch: false });
  const environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  environment.addFilter('trim', trim);
  return (template, model) => environment.render(template, model);
}

type SafeString = InstanceType<typeof nunjucks.runtime.SafeString>;

/** In place of nunjucks' own, whose time grows with the square of the length: half the cost of a page. */
function trim(text: string | SafeString | null | undefined): string | SafeString {
  const trimmed = (text ?? '').toString().trim();
  return text instanceof nunjucks.runtime.SafeString ? new nunjucks.runtime.SafeString(trimmed) : trimmed;
}

/** A field of a form that nobody sees. Its value is one of ours and holds nothing that would need escaping. */
export function hiddenField(name: string, value: string): SafeString {
  return new nunjucks.runtime.SafeString(`<input type="hidden" name="${name}" value="${value}">`);
}

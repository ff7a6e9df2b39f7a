import type { Http } from './app.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
}

/** One operation of the API, as its own reference describes it. */
export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly parameters: readonly Parameter[];
  /** The fields of its body. */
  readonly fields: readonly string[];
}

interface Reference {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Shape>> };
}
interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> };
}
interface Shape {
  readonly $ref?: string;
  readonly properties?: object;
}

/** Every operation that the reference knows. */
export async function readOperations(http: Http): Promise<readonly Operation[]> {
  const { paths, components }: Reference = (await http.get('/api/openapi.json')).body;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      const named = schema?.$ref ? components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
      return { path, method, parameters, fields: Object.keys(named?.properties ?? {}) };
    }),
  );
}
